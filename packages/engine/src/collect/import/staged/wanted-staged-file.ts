import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { findStagedFile, type StagedFileRow } from './staged-file.sql.js';

/** The staged file, or `request.not-found`. */
export async function wantedStagedFile(client: ClientBase, workspace: number, id: string): Promise<StagedFileRow> {
  const found = await findStagedFile(client, workspace, id);
  if (found !== undefined) return found;
  throw stagedFileGone();
}

export function stagedFileGone(cause?: unknown): ThroughlineError {
  return new ThroughlineError(
    'request.not-found',
    'there is no such file: it was imported or removed, or handed in more than a day ago; hand it in again',
    { cause },
  );
}
