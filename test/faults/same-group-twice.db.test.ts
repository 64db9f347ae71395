import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProjectionWorld } from '../projection-world.js';
import { testPostgres } from '../test-postgres.js';

let world: ProjectionWorld;

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 5);
});
afterAll(async () => {
  await world?.close();
});

/** Rows in the engine as they lie there, before any comparison mends them. */
async function rows(workspace: number): Promise<number> {
  const answer = await world.analytics.client().query({
    query: 'select count() as rows from interactions where workspace = {workspace:UInt32}',
    query_params: { workspace },
    format: 'JSONEachRow',
  });
  return Number((await answer.json<{ rows: string }>())[0]?.rows);
}

it('a group that is sent again after a crash between the insert and the cursor is in the engine once', async () => {
  const workspace = await world.workspace('Twice');
  await world.append(workspace, world.messages(120));
  await world.resolveAll();
  const projector = world.projector();
  await world.projectAll(projector);
  const once = await rows(workspace);
  expect(once).toBeGreaterThan(50);

  // As a kill between the two leaves it: everything sent, the group still recorded, the cursor not moved.
  await world.pool.query(
    `with sent as (
       select max(batch) as hi, sum(cardinality(offsets)) as messages from manifest where workspace = $1
     ), back as (
       update consumer set "offset" = 0 where workspace = $1 and name = 'project'
     )
     insert into projection (workspace, epoch, lo, hi, sent)
     select $1, h.epoch, 1, s.hi, s.messages from sent s, resolve_head h where h.workspace = $1
     on conflict (workspace) do update set epoch = excluded.epoch, lo = excluded.lo, hi = excluded.hi, sent = excluded.sent`,
    [workspace],
  );
  while (
    (await world.pool.query('select from projection where workspace = $1 and lo is not null', [workspace])).rowCount ===
    1
  )
    await projector.step();
  expect(await rows(workspace)).toBe(once);
});
