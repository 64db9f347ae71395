/** An address without what stands behind its path, unless that is wanted; the empty text stays empty. */
export function pageAddress(address: string, withQuery: boolean): string {
  return withQuery ? address : address.replace(/[?#].*$/s, '');
}
