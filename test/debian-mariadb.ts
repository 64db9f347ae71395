import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../packages/engine/src/store/postgres/free-port.js';

export interface DebianMariadb {
  readonly port: number;
  stop(): Promise<void>;
}

const program = '/usr/sbin/mariadbd';
const tables = ['mysql_system_tables', 'mysql_performance_tables', 'mysql_system_tables_data'];

/**
 * Starts a throw-away server from the distribution's own program (package `mariadb-server-core`) on loopback; `script` is run first, by its
 * administrator, one statement a line. Where it is not installed, the answer says why it did not run.
 */
export async function startDebianMariadb(
  script: readonly string[],
  flags: readonly string[] = [],
): Promise<DebianMariadb | { readonly notRun: string }> {
  if (!existsSync(program)) return { notRun: `no MariaDB server at ${program}` };
  const folder = mkdtempSync(join(tmpdir(), 'throughline-mariadb-'));
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  mkdirSync(data);
  const common = ['--no-defaults', `--datadir=${data}`, `--user=${userInfo().username}`];
  const system = tables.map((name) => readFileSync(`/usr/share/mysql/${name}.sql`, 'utf8')).join('\n');
  const input = `create database mysql;\nuse mysql;\n${system}`;
  const made = spawnSync(program, [...common, '--bootstrap'], { input, encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`mariadbd --bootstrap failed: ${made.stderr}`);
  }
  const first = join(folder, 'first.sql');
  writeFileSync(first, `set names utf8mb4;\n${script.map((line) => `${line};\n`).join('')}`);
  const port = await freePort();
  const own = ['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${join(folder, 'socket')}`];
  const files = [`--pid-file=${join(folder, 'pid')}`, `--log-error=${log}`, `--init-file=${first}`];
  const server = spawn(program, [...common, ...own, ...files, ...flags], { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  while (!(await answers(port))) {
    if (server.exitCode !== null || server.signalCode !== null) {
      const said = existsSync(log) ? readFileSync(log, 'utf8') : 'no log';
      await stop();
      throw new Error(`mariadbd did not start: ${said}`);
    }
    await pause(50);
  }
  return { port, stop };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
