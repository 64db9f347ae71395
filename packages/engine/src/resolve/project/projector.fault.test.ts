import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ProjectionWorld } from '../../../../../test/projection-world.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { compiledEntry } from '../../store/compiled-entry.js';

let world: ProjectionWorld;
let workspace: number;
const children: ChildProcess[] = [];

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 11);
  workspace = await world.workspace('Faults');
  for (let round = 0; round < 3; round += 1) await newWork();
  await project({});
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await world?.close();
});

/** A projector in a process of its own; resolves with how it ended: by itself when idle, or by SIGKILL at a fault point. */
async function project(faults: Readonly<Record<string, string>>): Promise<number | NodeJS.Signals | null> {
  const entry = (name: string) => JSON.stringify(compiledEntry(import.meta.url, name).href);
  const script = `
    const { Projector } = await import(${entry('./projector.js')});
    const { connectAnalytics } = await import(${entry('../../store/analytics/connect-analytics.js')});
    const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))});
    const pool = new pg.Pool({ connectionString: ${JSON.stringify(world.database.urls.worker)}, max: 2 });
    pool.on('error', () => undefined);
    const engine = connectAnalytics(${JSON.stringify(world.analytics.address)});
    const log = { info() {}, warn() {}, error() {} };
    const projector = new Projector({ pool, analytics: { client: () => engine }, log, clock: Date.now, leaseMs: 300, gapMs: 0, graceMs: 0 });
    for (let idle = 0, failed = 0; idle < 5; ) {
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
    expect(await project({ THROUGHLINE_FAULT_POINT: point })).toBe('SIGKILL');
    expect(await project({})).toBe(0);
    await expectTruth();
  });

  it('of the analytics engine loses and doubles nothing', async () => {
    await prepare(world.pool);
    const restarts = world.analytics.restartCount;
    const order = join(world.folder, 'fault-order');
    await writeFile(order, `${point} ${world.analytics.pid}`);
    expect(await project({ THROUGHLINE_FAULT_FILE: order })).toBe(0);
    await expect.poll(() => world.analytics.restartCount, { timeout: 20_000 }).toBe(restarts + 1);
    await expectTruth();
  });
});

async function expectTruth(): Promise<void> {
  const truth = await world.truth(workspace);
  expect(truth.length).toBeGreaterThan(200);
  expect(await world.held(workspace)).toEqual(truth);
}
