import { readSync } from 'node:fs';

/** The exact bytes of some lines of an open file, one after the other; each ends with a line feed, the file's last one gets one. */
export function lineBytes(
  file: number,
  spans: readonly { readonly start: number; readonly end: number }[],
): Uint8Array {
  const pieces: Buffer[] = [];
  for (const [i, { start, end }] of spans.entries()) {
    const bytes = Buffer.allocUnsafe(end - start);
    const piece = bytes.subarray(0, readSync(file, bytes, 0, end - start, start));
    pieces.push(piece);
    if (i < spans.length - 1 && piece.at(-1) !== 10) pieces.push(Buffer.from('\n'));
  }
  return Buffer.concat(pieces);
}
