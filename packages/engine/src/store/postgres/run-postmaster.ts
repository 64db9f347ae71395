import { spawn } from 'node:child_process';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { DataFolder } from '../data-folder/data-folder.js';
import { freePort } from './free-port.js';
import type { LifecycleLog } from './lifecycle-log.js';
import type { PostgresAccount } from './postgres-account.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { postgresSettings } from './postgres-settings.js';
import { disownPostmasterFile, isAlive, isPostmasterOf, readPostmasterFile } from './postmaster-file.js';
import { serverEnvironment } from './server-environment.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** True if it was running already: an orphan of a killed process, or somebody else's. */
  readonly adopted: boolean;
  /** False if an adopted server runs with other settings than we would give it. */
  readonly upToDate: boolean;
}

export interface PostmasterOptions {
  readonly folder: DataFolder;
  readonly binaries: PostgresBinaries;
  readonly account: PostgresAccount | undefined;
  readonly maxConnections: number;
  readonly log: LifecycleLog;
  /** The port others know already: it is not exchanged for another if taken. */
  readonly fixedPort?: number;
}

/** How long the shared memory of a killed server may take to be released. */
const releaseWithinMs = 10_000;
const logLimitBytes = 10 * 1024 * 1024;

/**
 * Makes sure that the cluster's server runs and is ready, whatever was left behind:
 *
 *     ready and its process alive        adopt it
 *     starting or stopping               wait for as long as its process lives (recovery takes what it takes)
 *     file stale, or none                start one; while old shared memory is in use, again for up to 10 s;
 *                                        if the port is taken, on another one
 *
 * The server is started in a session of its own, so that Ctrl-C in a terminal reaches us alone and we stop it in order.
 */
export async function runPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { log } = options;
  const cluster = options.folder.postgres;
  const startedAt = Date.now();
  let launched: Launch | undefined;
  let port = options.fixedPort ?? (await freePort(await keptPort(cluster)));
  for (;;) {
    const file = await readPostmasterFile(cluster);
    if (file !== undefined && (await isPostmasterOf(file.pid, cluster))) {
      if (file.status === 'ready' && file.port !== undefined) {
        const adopted = launched === undefined || launched.pid !== file.pid;
        await keepPort(cluster, file.port);
        return {
          pid: file.pid,
          port: file.port,
          adopted,
          upToDate: !adopted || (await runsAsWanted(options, file.port)),
        };
      }
    } else if (launched === undefined || launched.ended()) {
      if (launched !== undefined) {
        const failure = await readFailure(options.folder, launched);
        if (failure.type === 'memory-in-use' && Date.now() - startedAt < releaseWithinMs) await pause(200);
        else if (failure.type === 'port-taken' && options.fixedPort === undefined) port = await freePort();
        else if (failure.type !== 'already-running') throw failure.error;
        log.info({ reason: failure.type }, 'PostgreSQL is started once more');
      }
      if (file !== undefined && (await isAlive(file.pid))) await disownPostmasterFile(cluster);
      launched = await launch(options, port);
    }
    await pause(20);
  }
}

interface Launch {
  readonly pid: number | undefined;
  readonly logFrom: number;
  ended(): boolean;
}

async function launch(options: PostmasterOptions, port: number): Promise<Launch> {
  const path = logPath(options.folder);
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logLimitBytes) await rename(path, `${path}.1`);
  const output = await open(path, 'a', 0o600);
  try {
    const child = spawn(options.binaries.postgres, commandLine(options, port), {
      cwd: '/',
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      env: serverEnvironment(),
      ...(options.account === undefined ? {} : { uid: options.account.uid, gid: options.account.gid }),
    });
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    child.once('error', () => {
      ended = true;
    });
    child.unref();
    return { pid: child.pid, logFrom: size > logLimitBytes ? 0 : size, ended: () => ended };
  } finally {
    await output.close();
  }
}

function commandLine(options: PostmasterOptions, port: number): readonly string[] {
  const settings = postgresSettings({ port, maxConnections: options.maxConnections });
  return [
    '-D',
    options.folder.postgres,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** PostgreSQL keeps its own command line in `postmaster.opts`, each argument quoted. */
async function runsAsWanted(options: PostmasterOptions, port: number): Promise<boolean> {
  const kept = await readFile(join(options.folder.postgres, 'postmaster.opts'), 'utf8').catch(() => '');
  const wanted = [options.binaries.postgres, ...commandLine(options, port).map((argument) => `"${argument}"`)].join(
    ' ',
  );
  return kept.trim() === wanted;
}

type Failure =
  | { readonly type: 'memory-in-use' | 'port-taken' | 'failed'; readonly error: ThroughlineError }
  | { readonly type: 'already-running' };

async function readFailure(folder: DataFolder, launched: Launch): Promise<Failure> {
  const path = logPath(folder);
  const said = (await readFile(path).catch(() => Buffer.alloc(0))).subarray(launched.logFrom).toString('utf8');
  const reason = said
    .split('\n')
    .map((line) => /(?:FATAL|PANIC): {2}(.*)/.exec(line)?.[1])
    .findLast((text) => text !== undefined);
  const error = (code: 'postgres.start-failed' | 'data-folder.full', message: string): ThroughlineError =>
    new ThroughlineError(code, message, { cause: new Error(said.slice(-2000) || 'it said nothing') });
  if (said.includes('No space left on device'))
    return {
      type: 'failed',
      error: error(
        'data-folder.full',
        `PostgreSQL cannot start because the disk of ${folder.root} is full: free some space`,
      ),
    };
  if (said.includes('lock file "postmaster.pid" already exists')) return { type: 'already-running' };
  const failed = error(
    'postgres.start-failed',
    `PostgreSQL did not start: ${reason ?? 'it gave no reason'} (see ${path})`,
  );
  if (said.includes('pre-existing shared memory block')) return { type: 'memory-in-use', error: failed };
  if (said.includes('could not create any TCP/IP sockets') || said.includes('could not bind IPv4 address'))
    return { type: 'port-taken', error: failed };
  return { type: 'failed', error: failed };
}

function logPath(folder: DataFolder): string {
  return join(folder.logs, 'postgres.log');
}

async function keptPort(cluster: string): Promise<number | undefined> {
  const port = Number(await readFile(join(cluster, 'throughline.port'), 'utf8').catch(() => ''));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

async function keepPort(cluster: string, port: number): Promise<void> {
  if ((await keptPort(cluster)) === port) return;
  const path = join(cluster, 'throughline.port');
  await rm(path, { force: true });
  await writeFile(path, `${port}\n`, { mode: 0o600 });
}
