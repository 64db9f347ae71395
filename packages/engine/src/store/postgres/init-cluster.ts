import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { DataFolder } from '../data-folder/data-folder.js';
import type { PostgresAccount } from './postgres-account.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { isAlive } from './postmaster-file.js';
import { serverEnvironment } from './server-environment.js';

/** The major version of the server's programs; a cluster of another one needs an upgrade first. */
const major = '18';

/**
 * Makes the cluster if the folder has none. It is made beside its place and moved there whole, so a kill half-way leaves no
 * half cluster, and of two processes doing it at once one wins and the other uses the winner's.
 */
export async function initCluster(options: {
  readonly folder: DataFolder;
  readonly binaries: PostgresBinaries;
  readonly account: PostgresAccount | undefined;
  readonly superuser: string;
  readonly password: string;
}): Promise<'made' | 'found'> {
  const { folder, account } = options;
  const version = await clusterVersion(folder.postgres);
  if (version !== undefined) {
    if (version === major) return 'found';
    throw new ThroughlineError(
      'postgres.other-major',
      `${folder.postgres} was written by PostgreSQL ${version} and this is ${major}: start the version of Throughline that wrote it, run "throughline backup", and restore into a new folder`,
    );
  }
  await sweep(folder.root);
  const suffix = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const place = join(folder.root, `postgres.new-${suffix}`);
  const passwordFile = join(folder.root, `postgres.password-${suffix}`);
  try {
    await mkdir(place, { mode: 0o700 });
    await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
    if (account !== undefined) for (const path of [place, passwordFile]) await chown(path, account.uid, account.gid);
    await runInitdb(options, place, passwordFile);
    await rename(place, folder.postgres).catch(ignoreWinner);
    const root = await open(folder.root, 'r');
    await root.sync().finally(() => root.close());
  } finally {
    await rm(passwordFile, { force: true });
    await rm(place, { recursive: true, force: true });
  }
  if ((await clusterVersion(folder.postgres)) !== major)
    throw new ThroughlineError(
      'postgres.start-failed',
      `${folder.postgres} holds something that is no PostgreSQL cluster: move it away, or choose another folder with --data`,
    );
  return 'made';
}

async function clusterVersion(cluster: string): Promise<string | undefined> {
  return (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined))?.trim();
}

function ignoreWinner(cause: unknown): void {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw cause;
}

/** What processes killed half-way left behind. */
async function sweep(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = /^postgres\.(?:new|password)-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !(await isAlive(Number(pid))))
      await rm(join(root, name), { recursive: true, force: true });
  }
}

async function runInitdb(
  options: {
    readonly binaries: PostgresBinaries;
    readonly account: PostgresAccount | undefined;
    readonly superuser: string;
  },
  place: string,
  passwordFile: string,
): Promise<void> {
  const child = spawn(
    options.binaries.initdb,
    [
      `--pgdata=${place}`,
      `--username=${options.superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ],
    {
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: serverEnvironment(),
      ...(options.account === undefined ? {} : { uid: options.account.uid, gid: options.account.gid }),
    },
  );
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code === 0) return;
  if (complaint.includes('No space left on device'))
    throw new ThroughlineError(
      'data-folder.full',
      `there is no room left to make the database in ${place}: free some space, or choose another folder with --data`,
    );
  throw new ThroughlineError(
    'postgres.start-failed',
    `PostgreSQL could not make its cluster in ${place}: ${complaint.trim() || `initdb ended with ${code}`}`,
  );
}
