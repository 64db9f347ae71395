import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface DebianPostgres {
  /** A superuser's connection string to an empty database `company`, without a password. */
  readonly url: string;
  readonly version: string;
  stop(): void;
}

/**
 * Starts a throw-away server from the distribution's own programs, with these extra settings. Where they are not installed,
 * or root cannot become the account `postgres`, the answer says why it did not run.
 */
export async function startDebianPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<DebianPostgres | { readonly notRun: string }> {
  const programs = ['17', '16', '15']
    .map((major) => `/usr/lib/postgresql/${major}/bin`)
    .find((path) => existsSync(path));
  if (programs === undefined) return { notRun: 'no PostgreSQL server below /usr/lib/postgresql' };
  const account: Account | undefined = process.getuid?.() === 0 ? accountOf('postgres') : {};
  if (account === undefined) return { notRun: 'running as root, and there is no account "postgres"' };
  const folder = mkdtempSync(join(tmpdir(), 'throughline-debian-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const run = (program: string, ...args: readonly string[]): string => {
    const done = spawnSync(join(programs, program), args, {
      ...account,
      cwd: '/',
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr}${done.stdout}`);
    return done.stdout;
  };
  const cluster = join(folder, 'cluster');
  const log = join(folder, 'log');
  const port = await freePort();
  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`);
  const stop = (): void => {
    spawnSync(join(programs, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'immediate', '-w'], {
      ...account,
      cwd: '/',
      stdio: 'ignore',
    });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    run('initdb', '-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
    try {
      run('pg_ctl', 'start', '-D', cluster, '-l', log, '-w', '-o', flags.join(' '));
    } catch (cause) {
      throw new Error(existsSync(log) ? readFileSync(log, 'utf8') : 'no log', { cause });
    }
    run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', 'company');
    const version = run('postgres', '--version').trim();
    return { url: `postgres://postgres@127.0.0.1:${port}/company`, version, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

function accountOf(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
    ?.split(':');
  return line === undefined ? undefined : { uid: Number(line[2]), gid: Number(line[3]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
