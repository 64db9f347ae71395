/** Order by UTF-16 code unit: no locale, no collation, so that it never changes under stored data. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
