import type { FileHandle } from 'node:fs/promises';
import { type FileScan, lineFeeds, scanBlockBytes } from './scan-file.js';

/** A stretch of a file, one character per byte. */
export interface SampleWindow {
  readonly text: string;
  readonly byte: number;
  /** Line at its first byte; estimated beyond what was scanned. */
  readonly line: number;
  /** True if it ends with the file. */
  readonly isEnd: boolean;
}

const wholeUpToBytes = 2 * 1024 * 1024;
const windowBytes = 64 * 1024;
const windows = 24;

/** The whole file if it is small, else windows spread over all of it, the first at its beginning. */
export async function sampleWindows(
  file: FileHandle,
  scan: FileScan,
  beginByte: number,
): Promise<readonly SampleWindow[]> {
  const { fileBytes } = scan;
  if (fileBytes <= wholeUpToBytes) return [await windowAt(file, scan, beginByte, fileBytes - beginByte)];
  const step = (fileBytes - windowBytes - beginByte) / (windows - 1);
  const found: SampleWindow[] = [];
  for (let at = 0; at < windows; at += 1) {
    found.push(await windowAt(file, scan, Math.floor(beginByte + at * step), windowBytes));
  }
  return found;
}

async function windowAt(file: FileHandle, scan: FileScan, byte: number, length: number): Promise<SampleWindow> {
  const buffer = Buffer.allocUnsafe(Math.max(0, length));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, byte);
  return {
    text: buffer.toString('latin1', 0, bytesRead),
    byte,
    line: await lineAt(file, scan, byte),
    isEnd: byte + bytesRead >= scan.fileBytes,
  };
}

async function lineAt(file: FileHandle, { linesBefore, lines, scannedBytes }: FileScan, byte: number): Promise<number> {
  const block = Math.floor(byte / scanBlockBytes);
  const before = linesBefore[block];
  if (before === undefined) return 1 + Math.round((lines * byte) / Math.max(1, scannedBytes));
  const buffer = Buffer.allocUnsafe(byte - block * scanBlockBytes);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, block * scanBlockBytes);
  return 1 + before + lineFeeds(buffer.subarray(0, bytesRead));
}
