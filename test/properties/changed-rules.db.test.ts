import { expect, it } from 'vitest';
import { checkChangedRules } from './check-changed-rules.js';

it('gives what it would have given if the final rules had held from the start, row by row in both stores (25 worlds)', async () => {
  const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
  console.log(`changed rules: seed ${seed}`);
  const figures = await checkChangedRules({ worlds: 25, seed });
  console.log('changed rules:', JSON.stringify(figures));
  expect(figures.moved).toBeGreaterThanOrEqual(5);
  expect(figures.undone.matches).toBeGreaterThan(0);
  expect(figures.undone.imports).toBeGreaterThan(0);
}, 600_000);
