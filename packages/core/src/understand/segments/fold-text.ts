/** Texts are compared in this form: composed, and in lower case. ClickHouse's `lowerUTF8(normalizeUTF8NFC(…))` gives the same. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
