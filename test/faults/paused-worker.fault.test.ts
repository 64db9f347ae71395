import { expect, it } from 'vitest';
import { testPostgres } from '../test-postgres.js';
import { pauseWorkers } from './paused-worker.js';

it('refuses every batch of a worker that was paused for twice its lease, 20 times, and applies it once (T-17)', async () => {
  const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
  const figures = await pauseWorkers(await testPostgres(), 20, seed);
  console.log('paused worker:', JSON.stringify({ seed, ...figures }));
  expect(figures.refused).toBeGreaterThanOrEqual(20);
  expect(figures.takenOver).toBeGreaterThanOrEqual(20);
  expect(figures.counted).toBe(figures.sent);
  expect(figures.inManifests).toBe(figures.sent);
  expect(figures.unaccounted).toBe(0);
}, 1_800_000);
