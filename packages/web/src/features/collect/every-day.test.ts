import { expect, test } from 'vitest';
import { everyDay } from './every-day.js';

test('a stretch of days holds its first and its last, over the end of a month', () => {
  expect(everyDay('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  expect(everyDay('2026-05-01', '2026-05-01')).toEqual(['2026-05-01']);
});

test('of years the last 400 days are taken, and of a stretch that ends before it begins none', () => {
  const years = everyDay('2020-01-01', '2026-05-01');
  expect(years).toHaveLength(400);
  expect(years.at(-1)).toBe('2026-05-01');
  expect(everyDay('2026-05-02', '2026-05-01')).toEqual([]);
});
