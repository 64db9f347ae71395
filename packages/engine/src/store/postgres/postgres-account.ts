import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { DataFolder } from '../data-folder/data-folder.js';
import type { PostgresBinaries } from './postgres-binaries.js';

/** The account the server runs as, when it must be another than ours. */
export interface PostgresAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);

/**
 * PostgreSQL refuses to run as root: for root this gives an unprivileged account (the one that owns the cluster already, else
 * `throughline`, `postgres`, or a new `throughline`), for anybody else `undefined`. A data folder private to root is opened
 * to that account's group for passing through, no more.
 */
export async function postgresAccount(
  folder: DataFolder,
  binaries: PostgresBinaries,
): Promise<PostgresAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const account = await findAccount(folder);
  const root = await stat(folder.root);
  if (root.uid === 0 && (root.mode & 0o077) === 0) {
    await chown(folder.root, 0, account.gid);
    await chmod(folder.root, (root.mode & 0o777) | 0o010);
  }
  if (!canReach(account, `cd ${quoted(folder.root)}`))
    throw new ThroughlineError(
      'data-folder.unreachable',
      `PostgreSQL must not run as root, and its account "${account.name}" cannot reach ${folder.root}: choose a folder outside private directories with --data, for example /var/lib/throughline, or start as an ordinary user`,
    );
  if (!canReach(account, `test -x ${quoted(binaries.postgres)} && cd ${quoted(dirname(binaries.postgres))}`))
    throw new ThroughlineError(
      'data-folder.unreachable',
      `PostgreSQL must not run as root, and its account "${account.name}" cannot reach the programs in ${dirname(binaries.postgres)}: install Throughline in a folder others may read, for example /opt/throughline, or start as an ordinary user`,
    );
  return account;
}

async function findAccount(folder: DataFolder): Promise<PostgresAccount> {
  const cluster = await stat(folder.postgres).catch(() => undefined);
  if (cluster !== undefined && cluster.uid !== 0) {
    const owner = await lookUp(String(cluster.uid));
    if (owner !== undefined) return owner;
  }
  for (const name of ['throughline', 'postgres', '_postgres']) {
    const known = await lookUp(name);
    if (known !== undefined) return known;
  }
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'throughline',
    ]);
  } catch (cause) {
    throw new ThroughlineError(
      'postgres.no-account',
      'PostgreSQL must not run as root, and the account "throughline" could not be made for it: make one (useradd --system throughline), or start as an ordinary user',
      { cause },
    );
  }
  const made = await lookUp('throughline');
  if (made === undefined)
    throw new ThroughlineError('postgres.no-account', 'the account "throughline" was made but cannot be found');
  return made;
}

async function lookUp(account: string): Promise<PostgresAccount | undefined> {
  try {
    const [name, uid, gid] = await Promise.all([
      run('id', ['-un', account]),
      run('id', ['-u', account]),
      run('id', ['-g', account]),
    ]);
    return { name: name.stdout.trim(), uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

function canReach(account: PostgresAccount, test: string): boolean {
  const { uid, gid } = account;
  return spawnSync('/bin/sh', ['-c', test], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
