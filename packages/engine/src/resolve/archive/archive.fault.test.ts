import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ProjectionWorld } from '../../../../../test/projection-world.js';
import { ProjectorProcesses } from '../../../../../test/projector-processes.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { readArchivedRows } from './read-archived-rows.js';

let world: ProjectionWorld;
let workspace: number;
let folder: string;
/** Of ten days later. */
let projectors: ProjectorProcesses;

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 41);
  folder = await mkdtemp(join(tmpdir(), 'throughline-archive-faults-'));
  projectors = new ProjectorProcesses(world, {
    daysAhead: 10,
    archive: { folder, keepDays: 8, limits: { rows: 25, chars: 1_000_000 } },
  });
  workspace = await world.workspace('Faults');
});
afterEach(() => {
  projectors.killAll();
});
afterAll(async () => {
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

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
        await projectors.run();
        return (await everywhere()).log.length;
      },
      { timeout: 60_000 },
    )
    .toBe(0);
  expect((await everywhere()).archive).toEqual(rows);
  const known = await world.pool.query('select file from archive_file where workspace = $1', [workspace]);
  expect(await projectors.run()).toBe(0);
  const onDisk = (await readdir(folder, { recursive: true })).filter((name) => /\.parquet/.test(name));
  expect(onDisk.sort()).toEqual(known.rows.map(({ file }) => file).sort());
}

describe.each(['archive.part', 'archive.written', 'archive.deleted', 'archive.committed'])('a kill at %s', (point) => {
  it('of the archiver loses and doubles nothing, and the next run finishes', async () => {
    await newRows();
    const before = await everywhere();
    const rows = [...before.archive, ...before.log];
    expect(await projectors.run({ THROUGHLINE_FAULT_POINT: `${point}:2` })).toBe('SIGKILL');
    const killed = await everywhere();
    expect([...killed.archive, ...killed.log]).toEqual(rows);
    expect(killed.archive.length - before.archive.length).toBe(point === 'archive.committed' ? 50 : 25);
    await expectArchived(rows);
  });

  it('of the analytics engine loses and doubles nothing, and the next run finishes', async () => {
    await newRows();
    const before = await everywhere();
    await projectors.runWithoutEngineAt(point);
    await expectArchived([...before.archive, ...before.log]);
  });
});
