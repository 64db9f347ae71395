import { createHash } from 'node:crypto';
import { copyFile, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { stagedFile, stagedLookup } from './staged-files.js';

export interface StagedFile {
  readonly hash: Buffer;
  readonly bytes: number;
}

/** Room that always stays free: below it the log takes nothing more. */
const keptFreeBytes = 512 * 1024 * 1024;
const checkEveryBytes = 16 * 1024 * 1024;

/**
 * Streams a file into the staging folder of its import; it is there whole and on disk, or not at all. `lookup`: the name of a look-up in the
 * mapping, undefined for the data. Errors: `import.no-room`, `import.file-differs`.
 */
export async function stageFile(
  folder: string,
  lookup: string | undefined,
  content: Readable,
  announced: { readonly bytes: number; readonly hash: Buffer | null },
): Promise<StagedFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await needRoom(folder, announced.bytes);
  const target = lookup === undefined ? stagedFile(folder) : stagedLookup(folder, lookup);
  const next = join(folder, `${lookup ?? ''}.next`);
  const hash = createHash('sha256');
  let bytes = 0;
  let unchecked = 0;
  let sha256: Buffer;
  const file = await open(next, 'w', 0o600);
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk);
      await file.writeFile(chunk);
      bytes += chunk.length;
      unchecked += chunk.length;
      if (unchecked > checkEveryBytes) {
        await needRoom(folder, 0);
        unchecked = 0;
      }
    }
    await file.sync();
    sha256 = hash.digest();
    if (announced.hash !== null && !announced.hash.equals(sha256)) throw differs();
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(next, target);
  return { hash: sha256, bytes };
}

/** Two look-ups of a mapping may read one file by different keys. */
export async function copyLookup(folder: string, from: string, to: string): Promise<void> {
  await copyFile(stagedLookup(folder, from), stagedLookup(folder, to));
}

const differs = () =>
  new ThroughlineError('import.file-differs', 'the file that arrived is not the one that was announced; send it again');

async function needRoom(folder: string, bytes: number): Promise<void> {
  const disk = await statfs(folder);
  if (disk.bavail * disk.bsize - bytes >= keptFreeBytes) return;
  throw new ThroughlineError(
    'import.no-room',
    `there is not enough room on the disk for this file; free ${Math.ceil((bytes + keptFreeBytes) / 2 ** 20)} MB, then send it again`,
  );
}
