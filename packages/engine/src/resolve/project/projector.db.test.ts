import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProjectionWorld } from '../../../../../test/projection-world.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { countPersonInteractions } from '../interactions/count-person-interactions.js';
import { readPersonInteractions } from '../interactions/read-person-interactions.js';
import { insertInteractions } from './insert-rows.sql.js';
import { askFold } from './projection.sql.js';
import { projectionLag } from './projection-lag.sql.js';
import { rebuildAnalytics } from './rebuild-analytics.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let world: ProjectionWorld;

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 7);
});
afterAll(async () => {
  await world?.close();
});

it('rows by person equal a plain loop over PostgreSQL after joins, splits, undone imports and folds, beside another workspace', async () => {
  const workspace = await world.workspace('Acme');
  const other = await world.workspace('Beside');
  const projector = world.projector({ atHand: world.atHand });
  let touchedRows = 0;
  for (let round = 0; round < 12; round += 1) {
    for (const each of [workspace, other, other]) {
      await world.append(each, world.messages(60 + world.pick(60), 0));
      if (each === workspace) await world.append(each, world.messages(30, 1 + (round % 4)));
      await world.command(each, world.decision());
      await world.command(each, world.decision());
    }
    if (round === 8) await world.command(workspace, { type: 'undo-import', import: 2, by: 'test' });
    await world.resolveAll();
    if (round % 4 === 2) await askFold(await client(), workspace);
    if (round % 3 !== 1) await world.projectAll(projector);
    else for (let step = 0; step < 3; step += 1) await projector.step();
    if (round % 3 === 1) continue;
    for (const each of [workspace, other]) {
      const truth = await world.truth(each);
      expect(truth.length).toBeGreaterThan(50);
      expect(await world.held(each)).toEqual(truth);
    }
    touchedRows += (await world.pool.query('select count(*)::int as n from override where workspace = $1', [workspace]))
      .rows[0].n;
  }
  await world.projectAll(projector);
  expect(await world.held(workspace)).toEqual(await world.truth(workspace));
  expect(touchedRows).toBeGreaterThan(0);
  const folded = await world.pool.query('select count(*)::int as n from override where workspace = $1 and folded', [
    workspace,
  ]);
  expect(folded.rows[0].n).toBeGreaterThan(0);
  expect(await projectionLag(world.pool, workspace)).toEqual({ batches: 0, seconds: 0 });
  await projector.stop();
});

it('every state a fold passes through gives the same rows by person, with new rows and moves coming in between', async () => {
  const workspace = await world.workspace('Folding');
  const projector = world.projector();
  for (let round = 0; round < 3; round += 1) {
    await world.append(workspace, world.messages(100));
    await world.command(workspace, world.decision());
    await world.resolveAll();
    await world.projectAll(projector);
  }
  await askFold(await client(), workspace);
  let steps = 0;
  while ((await projector.step()) === 'worked') {
    steps += 1;
    if (steps === 3) {
      await world.append(workspace, world.messages(60));
      await world.command(workspace, world.decision());
      await world.resolveAll();
      while ((await projectionLag(world.pool, workspace)).batches > 0) await projector.step();
    }
    const truth = await world.truth(workspace);
    expect(truth.length).toBeGreaterThan(150);
    expect(await world.held(workspace)).toEqual(truth);
  }
  expect(steps).toBeGreaterThan(5);
  const moves = await world.pool.query('select bool_or(folded) as some from override where workspace = $1', [
    workspace,
  ]);
  expect(moves.rows[0].some).toBe(true);
  await projector.stop();
});

it('a person is read page by page, newest first, in words, the same as all at once', async () => {
  const workspace = await world.workspace('Pages');
  const projector = world.projector();
  await world.append(workspace, world.messages(300));
  await world.command(workspace, world.decision());
  await world.resolveAll();
  await world.projectAll(projector);
  await world.append(workspace, world.messages(100));
  await world.resolveAll();
  await world.projectAll(projector);
  const truth = (await world.truth(workspace)).map((row) => row.split('/'));
  expect(truth.length).toBeGreaterThan(200);
  const persons = new Set(truth.map(([person]) => Number(person)).filter((person) => person > 0));
  const pg = await client();
  for (const person of persons) {
    const expected = truth
      .filter(([of]) => Number(of) === person)
      .map(([, message, , , at, name]) => ({ message, at, name }));
    const read: { message: string; at: string; name: string }[] = [];
    let before: { at: string; message: string } | undefined;
    do {
      const page = await readPersonInteractions(world.analytics, pg, workspace, {
        person,
        limit: 7,
        ...(before && { before }),
      });
      for (const item of page.items) read.push({ message: item.message, at: item.at, name: item.name });
      before = page.next;
    } while (before !== undefined);
    expect(read.map((item) => item.at)).toEqual(
      read
        .map((item) => item.at)
        .sort()
        .reverse(),
    );
    const byMessage = (a: { message?: string | undefined }, b: { message?: string | undefined }) =>
      (a.message ?? '') < (b.message ?? '') ? -1 : 1;
    expect([...read].sort(byMessage)).toEqual([...expected].sort(byMessage));
    expect(await countPersonInteractions(world.analytics, workspace, person)).toBe(expected.length);
    const inStore = await readPersonInteractions(world.analytics, pg, workspace, {
      person,
      limit: 500,
      channel: 'store',
    });
    for (const item of inStore.items) expect(item.channel).toBe('store');
    const inWeb = await readPersonInteractions(world.analytics, pg, workspace, { person, limit: 500, channel: 'web' });
    expect(inStore.items.length + inWeb.items.length).toBe(expected.length);
    const [first] = inWeb.items;
    if (first !== undefined) {
      expect(JSON.parse(first.properties)).toMatchObject({ note: 'tab\t, line\n and "quote" \\' });
      expect(first.currency).toBe('EUR');
      expect(first.about?.kind).toBe('order');
    }
  }
  await projector.stop();
});

it('rows that went missing, came twice or were never ours are found by comparison and mended, also after a fold', async () => {
  const workspace = await world.workspace('Mend');
  const projector = world.projector();
  await world.append(workspace, world.messages(200));
  await world.resolveAll();
  await world.projectAll(projector);
  await world.append(workspace, world.messages(200));
  await world.command(workspace, world.decision());
  await world.resolveAll();
  await world.projectAll(projector);
  await askFold(await client(), workspace);
  await world.projectAll(projector);
  const truth = await world.truth(workspace);
  expect(truth.length).toBeGreaterThan(200);
  const engine = world.analytics.client();
  const damage = async (query: string) =>
    engine.command({ query, query_params: { workspace }, clickhouse_settings: { mutations_sync: '1' } });
  await damage('alter table interactions delete where workspace = {workspace:UInt32} and batch = 2');
  await damage('alter table interactions delete where workspace = {workspace:UInt32} and batch = 3 and node % 2 = 0');
  const columns = await engine.query({
    query: 'select * from interactions limit 0',
    format: 'JSONCompactEachRowWithNames',
  });
  const [names] = (await columns.json<string[]>()) as string[][];
  await damage(
    `insert into interactions (${names?.join(', ')}) select * from interactions where workspace = {workspace:UInt32} and batch = 4`,
  );
  await damage(
    `insert into interactions (${names?.join(', ')}) select * replace (999 as batch) from interactions where workspace = {workspace:UInt32} and batch = 5`,
  );
  expect(await world.held(workspace)).not.toEqual(truth);
  projector.compareSoon();
  await world.projectAll(projector);
  expect(await world.held(workspace)).toEqual(truth);
  await projector.stop();
});

it('a comparison lets be what an import that was taken back left in the engine until its turn comes', async () => {
  const workspace = await world.workspace('Leaving');
  await world.append(workspace, [...world.messages(60), ...world.messages(60, 3)]);
  await world.resolveAll();
  const first = world.projector();
  await world.projectAll(first);
  await first.stop();
  await world.command(workspace, { type: 'undo-import', import: 3, by: 'test' });
  await world.resolveAll();
  const warnings: unknown[] = [];
  const log = { ...silent, warn: (fields: object) => warnings.push(fields) };
  const second = world.projector({ log });
  await world.projectAll(second);
  expect(warnings).toEqual([]);
  expect(await world.held(workspace)).toEqual(await world.truth(workspace));
  await second.stop();
});

it('a rebuild ends with the same rows and hashes', async () => {
  const workspace = await world.workspace('Rebuild');
  const projector = world.projector();
  for (let round = 0; round < 3; round += 1) {
    await world.append(workspace, world.messages(100));
    await world.command(workspace, world.decision());
    await world.resolveAll();
    await world.projectAll(projector);
  }
  await askFold(await client(), workspace);
  await world.projectAll(projector);
  await damageOne(workspace);
  projector.compareSoon();
  await world.projectAll(projector);
  let running = true;
  const stepping = (async () => {
    while (running) await world.projectAll(projector);
  })();
  const rebuilt = await rebuildAnalytics({ pool: world.pool, engine: world.analytics.client() }, workspace);
  running = false;
  await stepping;
  expect(rebuilt.after).toEqual(rebuilt.before);
  expect(await world.held(workspace)).toEqual(await world.truth(workspace));
  await projector.stop();
});

it('a projector that was overtaken commits nothing, and what it sends late counts once', async () => {
  const workspace = await world.workspace('Overtaken');
  const first = world.projector({ leaseMs: 3_600_000 });
  await world.append(workspace, world.messages(50));
  await world.resolveAll();
  await world.projectAll(first);
  await world.append(workspace, world.messages(50));
  await world.resolveAll();
  await world.pool.query(`update consumer set leased_until = '-infinity' where workspace = $1 and name = 'project'`, [
    workspace,
  ]);
  const second = world.projector();
  const [a, b] = await Promise.all([second.step(), first.step()]);
  expect([a, b]).toContain('worked');
  await world.projectAll(second);
  await world.projectAll(first);
  expect(await world.held(workspace)).toEqual(await world.truth(workspace));
  await second.stop();
});

it('the same token inserts once, whatever happened to the rows since', async () => {
  const engine = world.analytics.client();
  const line = (person: number) =>
    `900\t${person}\t2026-01-01 00:00:00.000\t1\t00112233-4455-6677-8899-aabbccddeeff\t1\t0\t1\t1\t1\t0\t0\t0\t0\t1\t0\t1\t0\t\t\t\\N\t{}\t2026-01-01 00:00:00.000\t202601\n`;
  await insertInteractions(engine, [line(1), line(2)], 'same');
  await insertInteractions(engine, [line(1), line(2)], 'same');
  await insertInteractions(engine, [line(3)], 'next');
  const answer = await engine.query({
    query: 'select count() as n, any(message_low) as low from interactions where workspace = 900',
    format: 'JSONEachRow',
  });
  expect(await answer.json()).toEqual([{ n: 3, low: 0xccddeeff }]);
});

async function damageOne(workspace: number): Promise<void> {
  await world.analytics.client().command({
    query: 'alter table node_override delete where workspace = {workspace:UInt32}',
    query_params: { workspace },
    clickhouse_settings: { mutations_sync: '1' },
  });
}

let shared: PoolClient | undefined;
async function client(): Promise<PoolClient> {
  shared ??= await world.pool.connect();
  return shared;
}
afterAll(() => shared?.release());
