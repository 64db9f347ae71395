import { expect, test } from 'vitest';
import { periodOf, type SourceOfKind } from './period-of.js';

const day = 86_400_000;
const source = (number: number, from: number, to: number, more: Partial<SourceOfKind> = {}): SourceOfKind => ({
  ...{ source: number, rows: 100, firstMs: from * day, lastMs: to * day },
  ...{ earlyMs: (from + (to - from) / 100) * day, lateMs: (to - (to - from) / 100) * day },
  ...more,
});
const nothing = new Map<number, number>();

test('what two sources tell of is known for the time of both', () => {
  expect(periodOf([source(1, 0, 100), source(2, 50, 120)], nothing)).toEqual({ from: 50 * day, to: 100 * day });
  expect(periodOf([source(1, 0, 100), source(2, 110, 120)], nothing)).toBeUndefined();
  expect(periodOf([], nothing)).toBeUndefined();
});

test('a source that says until when it is complete is believed, and one that tells of little is not asked', () => {
  expect(periodOf([source(1, 0, 100)], new Map([[1, 90 * day]]))?.to).toBe(90 * day);
  expect(periodOf([source(1, 0, 100), source(2, 50, 60, { rows: 2 })], nothing)).toEqual({ from: 0, to: 100 * day });
});

test('one event far from all others does not move the end of the data', () => {
  const straggler = source(1, 0, 100, { lastMs: 900 * day, firstMs: -400 * day });
  const period = periodOf([straggler], nothing);
  expect(period?.to).toBeLessThan(102 * day);
  expect(period?.from).toBeGreaterThan(-2 * day);
});
