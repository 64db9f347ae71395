import { expect, test } from 'vitest';
import { recycleRule } from './recycle-rule.js';
import { restartDelayMs } from './restart-delay.js';

const report = (rssBytes: number, running = 0) => ({ rssBytes, running, waiting: 0 });

test('a process above the threshold is replaced after five idle reports in a row', () => {
  const shouldRecycle = recycleRule(500);
  const answers = [report(300), report(600), report(600, 1), ...Array(5).fill(report(600))].map(shouldRecycle);
  expect(answers).toEqual([false, false, false, false, false, false, false, true]);
});

test('a process that was as large when it was fresh is kept, since the next one would be the same', () => {
  const shouldRecycle = recycleRule(500);
  expect(Array(10).fill(report(600)).map(shouldRecycle)).not.toContain(true);
});

test('the first restart comes at once, further ones later, none later than five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(restartDelayMs)).toEqual([0, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
});
