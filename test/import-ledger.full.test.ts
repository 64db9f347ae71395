import { expect, it } from 'vitest';
import { ledger } from './import-ledger.js';

it('gives account of every message: received = stored + duplicates + set aside', { timeout: 7_200_000 }, async () => {
  const account = await ledger(1_000_000);
  const { received, stored, duplicates, setAside } = account;
  const difference = received - stored - duplicates - setAside;
  console.log(
    `ledger: ${received} received = ${stored} stored + ${duplicates} duplicates + ${setAside} set aside; difference ${difference}`,
  );
  expect(account).toMatchObject({ unsaid: 0, changed: 0, mended: account.mendable });
  expect(difference).toBe(0);
  expect(setAside).toBeGreaterThan(received / 10);
  expect(duplicates).toBeGreaterThan(received / 100);
});
