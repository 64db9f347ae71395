import { expect, it } from 'vitest';
import { importLarge } from './large-file.js';

it('a CSV file of 48 MB is imported line by line, in little memory', { timeout: 900_000 }, async () => {
  const { run, expected, sentMb, grewMb } = await importLarge(48_000_000);
  console.log(`${sentMb} MB of CSV: ${run.accepted} taken in, the importing process grew by ${grewMb} MB at most`);
  expect(run).toMatchObject({ state: 'done', error: null, ...expected });
  expect(grewMb).toBeLessThanOrEqual(256);
});
