/** `utm_source=x` becomes `source: 'x'`; `utm_campaign` is the name. Undefined if the query names no campaign. */
export function campaignOf(query: string): Readonly<Record<string, string>> | undefined {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const field = /^utm_(\w{1,50})$/.exec(name)?.[1];
    if (field !== undefined && value !== '') found[field === 'campaign' ? 'name' : field] = value;
  }
  return Object.keys(found).length === 0 ? undefined : found;
}
