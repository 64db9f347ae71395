import { isAscii } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

/** What the bytes of a whole file say, or of its first `mostBytes`. */
export interface FileScan {
  readonly fileBytes: number;
  readonly scannedBytes: number;
  readonly beginning: Buffer;
  /** Pieces with bytes beyond ASCII, from all over the file. */
  readonly beyondAscii: readonly Buffer[];
  /** Line feeds before each mebibyte that was scanned. */
  readonly linesBefore: readonly number[];
  /** Line feeds in all that was scanned. */
  readonly lines: number;
}

export const scanBlockBytes = 1024 * 1024;
const pieceBytes = 16 * 1024;
const mostPieces = 48;
const mostBytes = 512 * scanBlockBytes;

/** Reads a file once, without parsing it: 100 MB take about 0.2 s. */
export async function scanFile(file: FileHandle): Promise<FileScan> {
  const { size } = await file.stat();
  const buffer = Buffer.allocUnsafe(scanBlockBytes);
  const linesBefore: number[] = [];
  let beyondAscii: Buffer[] = [];
  let beginning = Buffer.alloc(0);
  let every = 1;
  let seen = 0;
  let lines = 0;
  let at = 0;
  for (const end = Math.min(size, mostBytes); at < end; ) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(scanBlockBytes, end - at), at);
    if (bytesRead === 0) break;
    const block = buffer.subarray(0, bytesRead);
    if (at === 0) beginning = Buffer.from(block);
    linesBefore.push(lines);
    lines += lineFeeds(block);
    at += bytesRead;
    for (let from = 0; from < bytesRead && !isAscii(block); from += pieceBytes) {
      const piece = block.subarray(from, from + pieceBytes);
      if (isAscii(piece)) continue;
      seen += 1;
      if (seen % every !== 0) continue;
      beyondAscii.push(Buffer.from(piece));
      if (beyondAscii.length < mostPieces) continue;
      beyondAscii = beyondAscii.filter((_, index) => index % 2 === 0);
      every *= 2;
    }
  }
  return { fileBytes: size, scannedBytes: at, beginning, beyondAscii, linesBefore, lines };
}

export function lineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
