import { expect, test } from 'vitest';
import { formats } from './formats.js';

test('an instant falls on the day of the workspace, not of the browser', () => {
  expect(formats('DE', 'Europe/Berlin').dayKey('2026-05-11T22:30:00Z')).toBe('2026-05-12');
  expect(formats('US', 'America/New_York').dayKey('2026-05-12T02:30:00Z')).toBe('2026-05-11');
});

test('numbers follow the country, and days are written in one way', () => {
  expect(formats('US', 'UTC').number(12408)).toBe('12,408');
  expect(formats('US', 'UTC').day('2026-09-03T10:00:00Z')).toBe('3 September 2026');
  expect(formats('GB', 'UTC').day('2026-05-12T10:00:00Z')).toBe('12 May 2026');
});

test('money without a currency is a number, and what is no number stays as it came', () => {
  const { money } = formats('GB', 'UTC');
  expect(money('12.5', null)).toBe('12.5');
  expect(money(12.5, 'EUR')).toBe('€12.50');
  expect(money('twelve', 'EUR')).toBe('twelve');
  expect(money(3, 'points')).toBe('3 points');
});

test('a time that is midnight in some zone stands for its day, any other is said in full', () => {
  const { occasion } = formats('GB', 'Europe/Berlin');
  expect(occasion('2017-01-01T12:00:00Z')).toBe('1 January 2017');
  expect(occasion('2017-03-04T23:00:00Z')).toBe('5 March 2017');
  expect(occasion('2026-05-12T12:00:07Z')).toBe('12 May 2026, 14:00');
});

test('an unknown zone reads as UTC and says so', () => {
  expect(formats('GB', 'Mars/Olympus').time('2026-05-12T10:00:00Z')).toContain('UTC');
});
