/** A name with the legal form of a company in it. */
export function isCompany(text: string): boolean {
  return /(?:^|[\s,.&])(?:gmbh|ag|kg|ohg|ug|e\.?\s?v|e\.?\s?k|mbh|se|ltd|limited|plc|llp|llc|inc|corp|corporation|co|sarl|sas|s\.?a|s\.?l|b\.?v|n\.?v|s\.?r\.?l|gbr|& sons?|& söhne|partners|group|holding)\.?(?:$|[\s,.])/iu.test(
    text,
  );
}
