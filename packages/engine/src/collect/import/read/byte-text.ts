import { readSync } from 'node:fs';

/** Hands out a file piece by piece, one character per byte (latin1), so that places in the text are bytes of the file. '' at the end. */
export type ByteText = () => string;

const pieceBytes = 512 * 1024;

/** Reads an open file from a byte on. Synchronous: it runs in a thread that does nothing else. */
export function byteText(file: number, fromByte: number): ByteText {
  const buffer = Buffer.allocUnsafe(pieceBytes);
  let at = fromByte;
  return () => {
    const length = readSync(file, buffer, 0, pieceBytes, at);
    at += length;
    return buffer.toString('latin1', 0, length);
  };
}
