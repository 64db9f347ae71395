import { spawnSync } from 'node:child_process';
import { mkdtemp, open, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDiskGuard } from '../data-folder/disk-guard.js';
import { openDataFolder } from '../data-folder/open-data-folder.js';
import { openPostgres } from './open-postgres.js';

const mebibyte = 1024 * 1024;
let disk: string;
let mounted = false;

beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), 'throughline-disk-full-'));
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512m,mode=0711', 'tmpfs', disk]).status === 0;
  if (!mounted) process.stdout.write('disk full: not run, because this user may not mount a tmpfs\n');
});
afterAll(async () => {
  if (mounted) spawnSync('umount', [disk]);
  await rmdir(disk);
});

it('a full disk stops PostgreSQL, which recovers on the ballast with everything confirmed', async ({ skip }) => {
  skip(!mounted, 'no tmpfs');
  const said: string[] = [];
  const note = (_: object, message: string): void => void said.push(message);
  const log = { info: note, warn: note, error: note };
  const dataFolder = join(disk, 'data');
  const folder = await openDataFolder(dataFolder);
  const guard = await openDiskGuard({ folder: folder.root, ballast: folder.ballast, log });
  const postgres = await openPostgres({ dataFolder, log, makeRoom: guard.makeRoom });
  try {
    expect(guard.state()).toBe('ok');
    await confirmRows(postgres.urls.owner, 5);
    await fill(join(disk, 'filler'));
    expect(await guard.look()).toBe('low');
    expect((await stat(folder.ballast)).size).toBe(64 * mebibyte);

    const down = new Promise<string>((resolve) => postgres.onDown(resolve));
    const up = new Promise<void>((resolve) => postgres.onUp(resolve));
    const confirmed = 5 + (await confirmRows(postgres.urls.owner, Number.POSITIVE_INFINITY));
    await down;
    await up;
    expect(await countRows(postgres.urls.owner)).toBeGreaterThanOrEqual(confirmed);
    expect(await guard.look()).toBe('low');
    expect(said).toContain('the ballast was given up so that PostgreSQL has room to recover');

    await rm(join(disk, 'filler'));
    expect(await guard.look()).toBe('ok');
    expect((await stat(folder.ballast)).size).toBe(64 * mebibyte);
    expect(await confirmRows(postgres.urls.owner, 1)).toBe(1);
    process.stdout.write(`disk full: ${confirmed} rows of 1 MB confirmed before, none lost\n`);
  } finally {
    guard.stop();
    await postgres.stop();
  }
});

/** Inserts rows of incompressible text until so many are confirmed, or the server is gone; the number confirmed. */
async function confirmRows(url: string, wanted: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  let confirmed = 0;
  try {
    await client.query('create table if not exists kept (n serial, body text)');
    while (confirmed < wanted) {
      await client.query(
        "insert into kept (body) select string_agg(md5(random()::text), '') from generate_series(1, 32768)",
      );
      confirmed++;
    }
  } catch (error) {
    if (!refusedForRoom(error)) return confirmed;
    // The table found no room, but the server lives: what needs none of it still fills the write-ahead log.
    for (let round = 0; round < 1000; round++) {
      const alive = await client.query("select pg_logical_emit_message(false, 'fill', repeat('x', 1000000))").then(
        () => true,
        (cause: unknown) => refusedForRoom(cause),
      );
      if (!alive) return confirmed;
    }
    throw new Error('the server outlived a full disk', { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
  return confirmed;
}

function refusedForRoom(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '53100';
}

async function countRows(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ n: number }>('select count(*)::integer as n from kept')).rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let block = mebibyte; block >= 4096; block /= 2)
      while ((await file.write(Buffer.alloc(block, 1)).catch(() => undefined)) !== undefined);
  } finally {
    await file.close();
  }
}
