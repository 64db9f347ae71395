import { access, chmod, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { DataFolder } from './data-folder.js';

const subfolders = ['clickhouse', 'staging', 'archive', 'logs'] as const;

/**
 * Creates what is missing of the data folder (mode 0700; folders above it are made as usual) and checks that it can be written. Opening twice is harmless.
 * A folder that exists keeps its mode; `postgres` is made by the cluster's own set-up.
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const wanted = resolve(path);
  const root = await makeFolder(wanted);
  for (const name of subfolders) await makeFolder(join(root, name));
  return {
    root,
    postgres: join(root, 'postgres'),
    clickhouse: join(root, 'clickhouse'),
    staging: join(root, 'staging'),
    archive: join(root, 'archive'),
    logs: join(root, 'logs'),
    secrets: join(root, 'secrets.json'),
    ballast: join(root, 'ballast'),
  };
}

async function makeFolder(path: string): Promise<string> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const made = await mkdir(path, { recursive: true, mode: 0o700 });
    if (made !== undefined) await chmod(path, 0o700);
    if (!(await stat(path)).isDirectory()) throw Object.assign(new Error('not a directory'), { code: 'ENOTDIR' });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (cause) {
    throw asFolderError(path, cause);
  }
}

function asFolderError(path: string, cause: unknown): ThroughlineError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ThroughlineError(
      'data-folder.full',
      `there is no room left for the data folder ${path}: free some space, or choose another folder with --data`,
      { cause },
    );
  const why =
    code === 'EEXIST' || code === 'ENOTDIR'
      ? 'a file is in the way'
      : code === 'EROFS'
        ? 'the disk is read-only'
        : code === 'EACCES' || code === 'EPERM'
          ? 'this user may not write there'
          : (code ?? String(cause));
  return new ThroughlineError(
    'data-folder.not-writable',
    `the data folder ${path} cannot be used (${why}): choose another folder with --data, or give this user the right to write there`,
    { cause },
  );
}
