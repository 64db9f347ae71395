import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';

export interface KnownFile {
  /** Below the archive's folder. */
  readonly file: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** The bytes of a file of the archive, verified by size and SHA-256. Errors: `archive.file-missing`, `archive.file-damaged`. */
export async function readArchiveFile(folder: string, { file, sizeBytes, sha256 }: KnownFile): Promise<Buffer> {
  const path = join(folder, file);
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw missingFile(path, cause);
  });
  if (bytes.length !== sizeBytes) throw damagedFile(path, `it has ${bytes.length} bytes instead of ${sizeBytes}`);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw damagedFile(path, 'its bytes do not give its SHA-256');
  return bytes;
}

export const missingFile = (path: string, cause: NodeJS.ErrnoException): ThroughlineError =>
  new ThroughlineError(
    'archive.file-missing',
    `the archived log days in ${path} cannot be read (${cause.code ?? cause.message}): put the file back from a backup`,
    { cause },
  );

export const damagedFile = (path: string, why: string): ThroughlineError =>
  new ThroughlineError(
    'archive.file-damaged',
    `the archived log days in ${path} are damaged (${why}): put the file back from a backup`,
  );
