import { expect, it } from 'vitest';
import { checkIdentity } from './check-identity.js';

const parts = 10;

it('gives the same persons for any order, cuts and processes, and what is taken back never was (1,000 worlds)', async () => {
  const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
  for (let part = 0; part < parts; part += 1) {
    console.log(`identity through PostgreSQL: part ${part + 1} of ${parts}, seed ${seed + part}`);
    const figures = await checkIdentity({ worlds: 1_000 / parts, seed: seed + part });
    console.log('identity through PostgreSQL:', JSON.stringify(figures));
    expect(figures.shareWithRefusals).toBeGreaterThanOrEqual(0.3);
    expect(figures.shareWithHubs).toBeGreaterThanOrEqual(0.3);
  }
}, 7_200_000);
