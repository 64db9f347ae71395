import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { compiledEntry } from '../compiled-entry.js';
import type { LifecycleLog } from './lifecycle-log.js';
import { openPostgres } from './open-postgres.js';
import type { Postgres } from './postgres.js';
import { isAlive, readPostmasterFile } from './postmaster-file.js';
import { stopPostmaster } from './stop-postmaster.js';

const silent: LifecycleLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
const opened: Postgres[] = [];
const parents: ChildProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const parent of parents.splice(0)) parent.kill('SIGKILL');
  await Promise.all(opened.splice(0).map((postgres) => postgres.stop()));
  await Promise.all(folders.splice(0).map(clear));
});

async function clear(folder: string): Promise<void> {
  const orphan = await readPostmasterFile(join(folder, 'postgres'));
  if (orphan !== undefined) await stopPostmaster(join(folder, 'postgres'), orphan.pid, silent);
  await rm(folder, { recursive: true, force: true });
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-fault-'));
  folders.push(folder);
  return folder;
}

async function open(dataFolder: string): Promise<Postgres> {
  const startedAt = performance.now();
  const postgres = await openPostgres({ dataFolder, log: silent });
  opened.push(postgres);
  process.stdout.write(`opened in ${Math.round(performance.now() - startedAt)} ms, found ${postgres.found}\n`);
  return postgres;
}

/** A main process of its own, from compiled code, in a process group of its own; resolves once it has opened the folder. */
async function parentOn(
  dataFolder: string,
  onInterrupt = '',
): Promise<{ readonly child: ChildProcess; readonly owner: string }> {
  const module = compiledEntry(import.meta.url, './open-postgres.js').href;
  const script = `
    const { openPostgres } = await import(${JSON.stringify(module)});
    const log = { info() {}, warn() {}, error() {} };
    const postgres = await openPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, log });
    await postgres.announce('http://127.0.0.1:8080');
    ${onInterrupt}
    console.log(postgres.urls.owner);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parents.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, owner: line.toString().trim() };
}

async function query(url: string, ...statements: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as Record<string, unknown>[];
    return rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(dataFolder: string): Promise<number> {
  const file = await readPostmasterFile(join(dataFolder, 'postgres'));
  if (file === undefined) throw new Error('there is no postmaster.pid');
  return file.pid;
}

async function gone(pid: number): Promise<void> {
  while (await isAlive(pid)) await pause(10);
}

async function backAfter(postgres: Postgres, blow: () => void): Promise<string> {
  const down = new Promise<string>((resolve) => postgres.onDown(resolve));
  const up = new Promise<void>((resolve) => postgres.onUp(resolve));
  blow();
  const reason = await down;
  await up;
  return reason;
}

describe('the process is killed', () => {
  it('and the server it leaves behind is adopted, with everything confirmed', async () => {
    const dataFolder = await newFolder();
    const { child, owner } = await parentOn(dataFolder);
    await query(owner, 'create table kept (n integer)', 'insert into kept values (1)');
    const pid = await postmasterPid(dataFolder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await isAlive(pid)).toBe(true);

    const postgres = await open(dataFolder);
    expect(postgres.found).toBe('running');
    expect(await postmasterPid(dataFolder)).toBe(pid);
    expect(await query(postgres.urls.owner, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('and an adopted server that dies is brought back too, and stopped in order in the end', async () => {
    const dataFolder = await newFolder();
    const { child } = await parentOn(dataFolder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const postgres = await openPostgres({ dataFolder, log: silent });
    const adopted = await postmasterPid(dataFolder);
    await backAfter(postgres, () => process.kill(adopted, 'SIGKILL'));
    const pid = await postmasterPid(dataFolder);
    expect(pid).not.toBe(adopted);
    await postgres.stop();
    expect(await isAlive(pid)).toBe(false);
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('together with the server, and the next start recovers what was confirmed', async () => {
    const dataFolder = await newFolder();
    const { child, owner } = await parentOn(dataFolder);
    await query(owner, 'create table kept as select n from generate_series(1, 100000) n');
    const pid = await postmasterPid(dataFolder);
    child.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await Promise.all([once(child, 'exit'), gone(pid)]);
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(true);

    const postgres = await open(dataFolder);
    expect(postgres.found).toBe('stopped');
    expect(await query(postgres.urls.owner, 'select count(*)::integer as n from kept')).toEqual([{ n: 100_000 }]);
  });

  it('together with the server, and a stranger that got its pid does not keep the next start away', async () => {
    const dataFolder = await newFolder();
    const { child } = await parentOn(dataFolder);
    const pid = await postmasterPid(dataFolder);
    child.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await Promise.all([once(child, 'exit'), gone(pid)]);
    const path = join(dataFolder, 'postgres', 'postmaster.pid');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^\d+/, String(process.pid)));

    const postgres = await open(dataFolder);
    expect(await query(postgres.urls.app, 'select 1 as there')).toEqual([{ there: 1 }]);
  });
});

describe('a second start', () => {
  it('on a folder in use by another process says where that one is, and disturbs nothing', async () => {
    const dataFolder = await newFolder();
    const { owner } = await parentOn(dataFolder);
    await expect(openPostgres({ dataFolder, log: silent })).rejects.toMatchObject({
      code: 'data-folder.in-use',
      message: expect.stringContaining('at http://127.0.0.1:8080'),
    });
    expect(await query(owner, 'select 1 as still')).toEqual([{ still: 1 }]);
  });
});

describe('the server is killed under us', () => {
  it('again and again, and comes back each time at the same address', async () => {
    const dataFolder = await newFolder();
    const postgres = await open(dataFolder);
    await query(postgres.urls.owner, 'create table kept (n integer)');
    for (let n = 1; n <= 5; n++) {
      const pid = await postmasterPid(dataFolder);
      await backAfter(postgres, () => process.kill(pid, 'SIGKILL'));
      await query(postgres.urls.owner, `insert into kept values (${n})`);
    }
    expect(await query(postgres.urls.owner, 'select count(*)::integer as n from kept')).toEqual([{ n: 5 }]);
    await expect(openPostgres({ dataFolder, log: silent })).rejects.toMatchObject({ code: 'data-folder.in-use' });
  });

  it('one of its sessions only, and it recovers by itself', async () => {
    const dataFolder = await newFolder();
    const postgres = await open(dataFolder);
    const pid = await postmasterPid(dataFolder);
    const victim = new pg.Client({ connectionString: postgres.urls.app });
    victim.on('error', () => undefined);
    await victim.connect();
    const backend = (await victim.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;
    await backAfter(postgres, () => process.kill(backend, 'SIGKILL'));
    expect(await postmasterPid(dataFolder)).toBe(pid);
    expect(await query(postgres.urls.app, 'select 1 as there')).toEqual([{ there: 1 }]);
  });

  it('and stays down for as long as it cannot start, then comes back', async () => {
    const dataFolder = await newFolder();
    let inTheWay = false;
    let turnedAway = 0;
    const postgres = await openPostgres({
      dataFolder,
      log: silent,
      async makeRoom() {
        if (!inTheWay) return;
        turnedAway++;
        if (turnedAway === 3) inTheWay = false;
        else throw new Error('no room yet');
      },
    });
    opened.push(postgres);
    inTheWay = true;
    const pid = await postmasterPid(dataFolder);
    await backAfter(postgres, () => process.kill(pid, 'SIGKILL'));
    expect(turnedAway).toBe(3);
    expect(await query(postgres.urls.app, 'select 1 as there')).toEqual([{ there: 1 }]);
  });
});

describe('Ctrl-C', () => {
  it('of a whole process group leaves the server to be stopped in order by its parent', async () => {
    const dataFolder = await newFolder();
    const { child, owner } = await parentOn(
      dataFolder,
      `process.once('SIGINT', async () => { await postgres.stop(); process.exit(0); });`,
    );
    await query(owner, 'create table kept (n integer)', 'insert into kept values (1)');
    const pid = await postmasterPid(dataFolder);
    const ended = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(await isAlive(pid)).toBe(false);
    expect(await readFile(join(dataFolder, 'logs', 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/);

    const postgres = await open(dataFolder);
    expect(await query(postgres.urls.owner, 'select n from kept')).toEqual([{ n: 1 }]);
  });
});

describe('another process takes the folder over while the server is away', () => {
  it('and the first one is told that it has lost it', async () => {
    const dataFolder = await newFolder();
    let away = false;
    const first = await openPostgres({
      dataFolder,
      log: silent,
      async makeRoom() {
        while (away) await pause(10);
      },
    });
    const lost = new Promise<string | undefined>((resolve) => first.onLost(resolve));
    away = true;
    process.kill(await postmasterPid(dataFolder), 'SIGKILL');
    const { owner } = await parentOn(dataFolder);
    away = false;
    expect(await lost).toBe('http://127.0.0.1:8080');
    await first.stop();
    expect(await query(owner, 'select 1 as still')).toEqual([{ still: 1 }]);
  });
});
