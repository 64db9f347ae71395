import { expect, it } from 'vitest';
import { importLarge } from './large-file.js';

it('a CSV file of 1 GB is imported line by line, in no more memory than a small one', {
  timeout: 7_200_000,
}, async () => {
  const { run, expected, sentMb, grewMb } = await importLarge(1_000_000_000);
  console.log(`${sentMb} MB of CSV: ${run.accepted} taken in, the importing process grew by ${grewMb} MB at most`);
  expect(run).toMatchObject({ state: 'done', error: null, ...expected });
  expect(grewMb).toBeLessThanOrEqual(256);
});
