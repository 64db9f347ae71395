import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProjectionWorld } from '../../../../../test/projection-world.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { ProjectedWords } from './projected-words.js';
import { RowsAtHand } from './rows-at-hand.js';
import { rowsOfManifests } from './rows-of-manifests.js';
import { readManifests } from './sent-manifests.sql.js';

let world: ProjectionWorld;

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 11);
});
afterAll(async () => {
  await world?.close();
});

it('rows that resolving left are those that the log gives, to the letter', async () => {
  const workspace = await world.workspace('Acme');
  for (let round = 0; round < 4; round += 1) {
    await world.append(workspace, world.messages(90, round % 3));
    await world.command(workspace, world.decision());
    await world.command(workspace, world.decision());
  }
  await world.resolveAll();
  const client = await world.pool.connect();
  try {
    const manifests = await readManifests(client, workspace, 1, 1_000, 1_000);
    const ctx = { client, engine: world.analytics.client(), workspace, fence: 0, leaseMs: 0, log: silent };
    let compared = 0;
    for (const manifest of manifests) {
      const rows = world.atHand.take(workspace, manifest.batch);
      if (rows === undefined) continue;
      expect(rows).toEqual(await rowsOfManifests(ctx, [manifest], new ProjectedWords()));
      compared += rows.length;
    }
    expect(compared).toBeGreaterThan(200);
  } finally {
    client.release();
  }
});

it('rows at hand stay below their limit, and a batch that was passed over leaves', () => {
  const row = (batch: number) => ({ month: 1, person: 1, atMs: 0, batch, offset: batch, line: 'x'.repeat(10) });
  const atHand = new RowsAtHand(35);
  for (const batch of [1, 2, 3, 4]) atHand.put(7, batch, [row(batch)]);
  expect(atHand.take(7, 4)).toBeUndefined();
  for (const batch of [5, 6]) atHand.put(7, batch, [row(batch)]);
  expect(atHand.take(7, 6)).toEqual([row(6)]);
  expect(atHand.take(7, 5)).toBeUndefined();
});

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
