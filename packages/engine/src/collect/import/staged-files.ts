import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * What lies in `staging/<id>/`, of an import or of a file that was handed in and is none yet. The names are ours alone; no name that came from outside is ever part of a path.
 *
 *   file            as it was handed in
 *   readable        the same as UTF-8 CSV or JSON lines, if it was something else
 *   sample          of a file that is no import yet: what was looked at
 *   lookup-<name>   look-up files by their names in the mapping; kept, since lines that were set aside may need them
 *   part-<n>        lines put aside until all lines of their group are known
 */

export function stagingOf(staging: string, importId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(importId)) throw new Error(`${importId} is no import id`);
  return join(staging, importId);
}

export const stagedFile = (folder: string): string => join(folder, 'file');
export const readableFile = (folder: string): string => join(folder, 'readable');

export function stagedLookup(folder: string, name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name of a look-up`);
  return join(folder, `lookup-${name}`);
}

/** Removes everything an import put aside, its look-up files too. */
export async function removeStaging(staging: string, importId: string): Promise<void> {
  await rm(stagingOf(staging, importId), { recursive: true, force: true });
}
