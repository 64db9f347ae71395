import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ProjectionWorld } from '../../../../../test/projection-world.js';
import { ProjectorProcesses } from '../../../../../test/projector-processes.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

let world: ProjectionWorld;
let workspace: number;
let projectors: ProjectorProcesses;

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 11);
  projectors = new ProjectorProcesses(world);
  workspace = await world.workspace('Faults');
  for (let round = 0; round < 3; round += 1) await newWork();
  await projectors.run();
});
afterEach(() => {
  projectors.killAll();
});
afterAll(async () => {
  await world?.close();
});

async function newWork(): Promise<void> {
  await world.append(workspace, world.messages(80));
  await world.command(workspace, world.decision());
  await world.append(workspace, world.messages(40));
  await world.command(workspace, world.decision());
  await world.resolveAll();
}

/** What lets a projector come by the fault point. */
const preparations: Readonly<Record<string, (pool: Pool) => Promise<void>>> = {
  project: newWork,
  compare: async () => {
    const batches = await world.pool.query<{ batch: string }>(
      `select batch from manifest where workspace = $1 and not superseded and cardinality(offsets) > 0 order by batch desc limit 2`,
      [workspace],
    );
    await world.analytics.client().command({
      query:
        'alter table interactions delete where workspace = {workspace:UInt32} and batch in {batches:Array(UInt64)} and node % 2 = 0',
      query_params: { workspace, batches: batches.rows.map((row) => Number(row.batch)) },
      clickhouse_settings: { mutations_sync: '1' },
    });
  },
  delete: async () => preparations.compare?.(world.pool),
  fold: async (pool) => {
    await newWork();
    await pool.query(
      'insert into projection (workspace, fold_asked) values ($1, true) on conflict (workspace) do update set fold_asked = true',
      [workspace],
    );
  },
};

const points = [
  'project.recorded',
  'project.inserted',
  'project.sent',
  'project.moved',
  'compare.begun',
  'compare.deleted',
  'delete.filled',
  'fold.filled',
  'fold.replaced',
  'fold.recorded',
  'fold.finished',
  'fold.forgotten',
];

describe.each(points)('a kill at %s', (point) => {
  const prepare = preparations[point.split('.')[0] ?? ''] ?? newWork;

  it('of the projector loses and doubles nothing', async () => {
    await prepare(world.pool);
    expect(await projectors.run({ THROUGHLINE_FAULT_POINT: point })).toBe('SIGKILL');
    expect(await projectors.run()).toBe(0);
    await expectTruth();
  });

  it('of the analytics engine loses and doubles nothing', async () => {
    await prepare(world.pool);
    await projectors.runWithoutEngineAt(point);
    await expectTruth();
  });
});

async function expectTruth(): Promise<void> {
  const truth = await world.truth(workspace);
  expect(truth.length).toBeGreaterThan(200);
  expect(await world.held(workspace)).toEqual(truth);
}
