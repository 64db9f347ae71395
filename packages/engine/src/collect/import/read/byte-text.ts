import { fstatSync, readSync } from 'node:fs';

/** Hands out a file piece by piece, one character per byte (latin1), so that places in the text are bytes of the file. '' at the end. */
export type ByteText = () => string;

const mostBytes = 512 * 1024;

/** Reads an open file from a byte on. Synchronous: it runs in a thread that does nothing else. */
export function byteText(file: number, fromByte: number): ByteText {
  const pieceBytes = Math.min(mostBytes, Math.max(1, fstatSync(file).size - fromByte));
  const buffer = Buffer.allocUnsafe(pieceBytes);
  let at = fromByte;
  return () => {
    const length = readSync(file, buffer, 0, pieceBytes, at);
    at += length;
    return buffer.toString('latin1', 0, length);
  };
}
