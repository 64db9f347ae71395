const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** "the shop, the app and the call centre". */
export function namesInWords(names: readonly string[]): string {
  return list.format(names);
}
