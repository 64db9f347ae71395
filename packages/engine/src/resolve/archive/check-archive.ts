import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '@throughline/core/errors/error-catalogue';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { damagedFile, missingFile, readArchiveFile } from '../../store/archive-folder/read-archive-file.js';
import type { ArchiveFile } from './archive-file.sql.js';

export interface CheckedArchive {
  readonly files: number;
  readonly days: number;
  readonly rows: number;
  readonly sizeBytes: number;
  /** What is wrong with files, one sentence each with its code; the first hundred. */
  readonly wrong: readonly { readonly file: string; readonly code: ErrorCode; readonly message: string }[];
}

const mostWrong = 100;

/** Looks whether each of these files is there with its size, and `thoroughly` whether its bytes give its SHA-256. */
export async function checkArchive(
  folder: string,
  files: readonly ArchiveFile[],
  thoroughly: boolean,
): Promise<CheckedArchive> {
  const wrong: { file: string; code: ErrorCode; message: string }[] = [];
  for (const file of files) {
    const error = await findFault(folder, file, thoroughly);
    if (error !== undefined && wrong.length < mostWrong)
      wrong.push({ file: file.file, code: error.code, message: error.message });
  }
  return {
    files: files.length,
    days: new Set(files.map(({ day }) => day)).size,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
    wrong,
  };
}

async function findFault(
  folder: string,
  file: ArchiveFile,
  thoroughly: boolean,
): Promise<ThroughlineError | undefined> {
  const path = join(folder, file.file);
  try {
    if (thoroughly) await readArchiveFile(folder, file);
    else {
      const { size } = await stat(path);
      if (size !== file.sizeBytes) return damagedFile(path, `it has ${size} bytes instead of ${file.sizeBytes}`);
    }
    return undefined;
  } catch (error) {
    return ThroughlineError.is(error) ? error : missingFile(path, error as NodeJS.ErrnoException);
  }
}
