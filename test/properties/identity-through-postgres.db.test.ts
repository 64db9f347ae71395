import { expect, it } from 'vitest';
import { checkIdentity } from './check-identity.js';

it('gives the same persons for any order, cuts and processes, and what is taken back never was (50 worlds)', async () => {
  const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
  console.log(`identity through PostgreSQL: seed ${seed}`);
  const figures = await checkIdentity({ worlds: 50, seed });
  console.log('identity through PostgreSQL:', JSON.stringify(figures));
  expect(figures.processes).toBe(4);
  expect(figures.shareWithRefusals).toBeGreaterThanOrEqual(0.3);
  expect(figures.shareWithHubs).toBeGreaterThanOrEqual(0.3);
}, 600_000);
