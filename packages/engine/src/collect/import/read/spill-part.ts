import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { draftOfText, type SpilledDraft } from './draft-text.js';

/** The file of a part; `part` is its place at each level of the division. */
export function partPath(folder: string, part: readonly number[]): string {
  return join(folder, `part-${part.join('-')}`);
}

export function partSize(folder: string, part: readonly number[]): number {
  return statSync(partPath(folder, part), { throwIfNoEntry: false })?.size ?? 0;
}

export function removePart(folder: string, part: readonly number[]): void {
  rmSync(partPath(folder, part), { force: true });
}

const pieceBytes = 256 * 1024;

/** The drafts of a part in the order they were written, up to a length in bytes. */
export function* draftsOfPart(
  folder: string,
  part: readonly number[],
  upToBytes: number,
): Generator<SpilledDraft, void, undefined> {
  if (upToBytes === 0) return;
  const file = openSync(partPath(folder, part), 'r');
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    let rest = Buffer.alloc(0);
    for (let at = 0; at < upToBytes; ) {
      const length = readSync(file, buffer, 0, Math.min(pieceBytes, upToBytes - at), at);
      if (length === 0) throw new Error('a part of a spilled import ended early');
      at += length;
      const piece = Buffer.concat([rest, buffer.subarray(0, length)]);
      const end = piece.lastIndexOf(10) + 1;
      rest = piece.subarray(end);
      for (const line of piece.toString('utf8', 0, end).split('\n')) if (line !== '') yield draftOfText(line);
    }
  } finally {
    closeSync(file);
  }
}
