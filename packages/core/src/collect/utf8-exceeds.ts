/** True if the text takes more than `mostBytes` bytes in UTF-8. Looks at the characters only when their number leaves it open. */
export function utf8Exceeds(text: string, mostBytes: number): boolean {
  if (text.length > mostBytes) return true;
  if (text.length * 3 <= mostBytes) return false;
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    bytes += code < 0x800 || isSurrogate(code) ? 1 : 2;
  }
  return bytes > mostBytes;
}

/** Each half of a pair adds one to its own unit: four bytes together. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
