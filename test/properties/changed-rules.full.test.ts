import { expect, it } from 'vitest';
import { checkChangedRules } from './check-changed-rules.js';

const parts = 10;

it('gives what it would have given if the final rules had held from the start, row by row in both stores (500 worlds)', async () => {
  const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
  for (let part = 0; part < parts; part += 1) {
    console.log(`changed rules: part ${part + 1} of ${parts}, seed ${seed + part}`);
    const figures = await checkChangedRules({ worlds: 500 / parts, seed: seed + part });
    console.log('changed rules:', JSON.stringify(figures));
    expect(figures.moved).toBeGreaterThanOrEqual(10);
  }
}, 7_200_000);
