import { expect, it } from 'vitest';
import { testPostgres } from '../test-postgres.js';
import { checkSegments } from './check-segments.js';

it('a condition means the same people for core, one by one, and for the stores, all at once', async () => {
  const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
  console.log(`segments: seed ${seed}`);
  const figures = await checkSegments(await testPostgres(), { worlds: 40, conditionsOfWorld: 12, seed });
  console.log('segments:', JSON.stringify(figures));
  expect(figures.judged).toBeGreaterThanOrEqual(2_000);
  expect(figures.members / figures.judged).toBeGreaterThan(0.1);
  expect(figures.members / figures.judged).toBeLessThan(0.9);
  expect(figures.moved).toBeGreaterThan(0);
}, 600_000);
