import { expect, it } from 'vitest';
import { nothingWrong } from './count-stores.js';
import { killRun } from './kill-run.js';

it('stores every acknowledged message exactly once over 100 kills of any part (T-10)', async () => {
  const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
  console.log(`kills: seed ${seed}`);
  const figures = await killRun({ rounds: 5, seed });
  console.log('kills:', JSON.stringify(figures));
  expect(figures.postgres).toMatchObject(nothingWrong);
  expect(figures.analytics.different).toBe(0);
  for (const window of ['intake.committed', 'resolve.applied', 'project.sent', 'fold.recorded'])
    expect(figures.byWindow[window] ?? 0, window).toBeGreaterThanOrEqual(5);
}, 3_600_000);
