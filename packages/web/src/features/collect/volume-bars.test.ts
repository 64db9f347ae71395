import { expect, test } from 'vitest';
import { volumeBars } from './volume-bars.js';

test('the busiest day fills the height, a quiet one still shows, an empty one does not', () => {
  const bars = volumeBars([0, 1, 1000], { width: 30, height: 20 });
  expect(bars.map((bar) => bar.height)).toEqual([0, 1, 20]);
  expect(bars.map((bar) => bar.x)).toEqual([0, 10, 20]);
  expect(bars.map((bar) => bar.y)).toEqual([20, 19, 0]);
});

test('nothing at all draws nothing', () => {
  expect(volumeBars([0, 0], { width: 30, height: 20 }).every((bar) => bar.height === 0)).toBe(true);
  expect(volumeBars([], { width: 30, height: 20 })).toEqual([]);
});
