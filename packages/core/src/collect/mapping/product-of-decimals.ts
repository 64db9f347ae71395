/** The exact product of two plain decimals ("12.50", "-3", "1e3"), as a plain decimal. Undefined if it would be longer than a number can be. */
export function productOfDecimals(one: string, other: string): string | undefined {
  const a = parts(one);
  const b = parts(other);
  if (a === undefined || b === undefined) return undefined;
  const digits = (a.digits * b.digits).toString().replace('-', '');
  const places = a.places + b.places;
  const sign = a.digits * b.digits < 0n ? '-' : '';
  if (places <= 0) return `${sign}${digits}${'0'.repeat(-places)}`;
  const padded = digits.padStart(places + 1, '0');
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

function parts(text: string): { readonly digits: bigint; readonly places: number } | undefined {
  const match = /^(-?)(\d{1,40})(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), places: fraction.length - Number(exponent) };
}
