import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ProjectionWorld } from '../../../../../test/projection-world.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { compiledEntry } from '../../store/compiled-entry.js';
import { readArchivedRows } from './read-archived-rows.js';

let world: ProjectionWorld;
let workspace: number;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 41);
  folder = await mkdtemp(join(tmpdir(), 'throughline-archive-faults-'));
  workspace = await world.workspace('Faults');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A projector ten days later, in a process of its own; resolves with how it ended: by itself when idle, or by SIGKILL at a fault point. */
async function project(faults: Readonly<Record<string, string>>): Promise<number | NodeJS.Signals | null> {
  const entry = (name: string) => JSON.stringify(compiledEntry(import.meta.url, name).href);
  const script = `
    const { Projector } = await import(${entry('../project/projector.js')});
    const { connectAnalytics } = await import(${entry('../../store/analytics/connect-analytics.js')});
    const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))});
    const pool = new pg.Pool({ connectionString: ${JSON.stringify(world.database.urls.worker)}, max: 2 });
    pool.on('error', () => undefined);
    const engine = connectAnalytics(${JSON.stringify(world.analytics.address)});
    const log = { info() {}, warn() {}, error() {} };
    const clock = () => Date.now() + 10 * 86_400_000;
    const archive = { folder: ${JSON.stringify(folder)}, keepDays: 8, limits: { rows: 25, chars: 1_000_000 } };
    const projector = new Projector({ pool, analytics: { client: () => engine }, log, clock, leaseMs: 300, gapMs: 0, graceMs: 0, archive });
    for (let idle = 0, failed = 0; idle < 8; ) {
      try {
        idle = (await projector.step()) === 'idle' ? idle + 1 : 0;
      } catch (error) {
        if (++failed > 300) throw error;
        idle = 0;
      }
      await new Promise((resolve) => setTimeout(resolve, idle > 0 ? 120 : 5));
    }
    await projector.stop();
    await engine.close();
    await pool.end();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...faults },
  });
  children.push(child);
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal ?? code;
}

/** Fresh rows at the end of the log, projected, and not old enough for the projector of this process. */
async function newRows(): Promise<void> {
  await world.append(workspace, world.messages(60));
  await world.resolveAll();
  const projector = world.projector();
  await expect
    .poll(
      async () => {
        await world.projectAll(projector);
        return (
          await world.pool.query(`select "offset"::int as at from consumer where workspace = $1 and name = 'project'`, [
            workspace,
          ])
        ).rows[0].at;
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan((await lastBatch()) - 1);
  await projector.stop();
}

async function lastBatch(): Promise<number> {
  const read = await world.pool.query('select max(batch)::int as last from manifest where workspace = $1', [workspace]);
  return read.rows[0].last;
}

/** `offset message body` of every row, from the log and from the archive, in order of offsets. */
async function everywhere(): Promise<{ readonly log: readonly string[]; readonly archive: readonly string[] }> {
  const client = await world.pool.connect();
  try {
    const log = await client.query<{ line: string }>(
      `select concat_ws(' ', "offset", message, body) as line from intake where workspace = $1 order by intake."offset"`,
      [workspace],
    );
    const archive: string[] = [];
    const reader = { client, engine: world.analytics.client(), folder };
    for await (const slice of readArchivedRows(reader, workspace, 0, Number.MAX_SAFE_INTEGER))
      for (const row of slice) archive.push(`${row.offset} ${row.message} ${row.body}`);
    return { log: log.rows.map(({ line }) => line), archive };
  } finally {
    client.release();
  }
}

async function expectArchived(rows: readonly string[]): Promise<void> {
  await expect
    .poll(
      async () => {
        await project({});
        return (await everywhere()).log.length;
      },
      { timeout: 60_000 },
    )
    .toBe(0);
  expect((await everywhere()).archive).toEqual(rows);
  const known = await world.pool.query('select file from archive_file where workspace = $1', [workspace]);
  expect(await project({})).toBe(0);
  const onDisk = (await readdir(folder, { recursive: true })).filter((name) => /\.parquet/.test(name));
  expect(onDisk.sort()).toEqual(known.rows.map(({ file }) => file).sort());
}

describe.each(['archive.part', 'archive.written', 'archive.deleted', 'archive.committed'])('a kill at %s', (point) => {
  it('of the archiver loses and doubles nothing, and the next run finishes', async () => {
    await newRows();
    const before = await everywhere();
    const rows = [...before.archive, ...before.log];
    expect(await project({ THROUGHLINE_FAULT_POINT: `${point}:2` })).toBe('SIGKILL');
    const killed = await everywhere();
    expect([...killed.archive, ...killed.log]).toEqual(rows);
    expect(killed.archive.length - before.archive.length).toBe(point === 'archive.committed' ? 50 : 25);
    await expectArchived(rows);
  });

  it('of the analytics engine loses and doubles nothing, and the next run finishes', async () => {
    await newRows();
    const before = await everywhere();
    const restarts = world.analytics.restartCount;
    const order = join(world.folder, 'fault-order');
    await writeFile(order, `${point} ${world.analytics.pid}`);
    expect(await project({ THROUGHLINE_FAULT_FILE: order })).toBe(0);
    await expect.poll(() => world.analytics.restartCount, { timeout: 20_000 }).toBe(restarts + 1);
    await expectArchived([...before.archive, ...before.log]);
  });
});
