import { expect, test } from 'vitest';
import { formats } from './formats.js';

test('an instant falls on the day of the workspace, not of the browser', () => {
  expect(formats('en', 'DE', 'Europe/Berlin').dayKey('2026-05-11T22:30:00Z')).toBe('2026-05-12');
  expect(formats('en', 'US', 'America/New_York').dayKey('2026-05-12T02:30:00Z')).toBe('2026-05-11');
});

test('numbers follow the country, and days are written in one way', () => {
  expect(formats('en', 'US', 'UTC').number(12408)).toBe('12,408');
  expect(formats('en', 'US', 'UTC').day('2026-09-03T10:00:00Z')).toBe('3 September 2026');
  expect(formats('en', 'GB', 'UTC').day('2026-05-12T10:00:00Z')).toBe('12 May 2026');
});

test('in German words are German and numbers those of the country', () => {
  expect(formats('de', 'DE', 'UTC').number(12408.5)).toBe('12.408,5');
  expect(formats('de', 'CH', 'UTC').number(12408.5)).toMatch(/^12.408\.5$/);
  expect(formats('de', 'US', 'UTC').weekday('2026-05-12T10:00:00Z')).toBe('Dienstag, 12. Mai 2026');
  expect(formats('de', 'DE', 'Europe/Berlin').moment('2026-05-12T12:00:07Z')).toBe('12. Mai 2026, 14:00');
  expect(formats('de', 'DE', 'UTC').money('12.5', 'EUR').replace(/\s/u, ' ')).toBe('12,50 €');
});

test('money without a currency is a number, and what is no number stays as it came', () => {
  const { money } = formats('en', 'GB', 'UTC');
  expect(money('12.5', null)).toBe('12.5');
  expect(money(12.5, 'EUR')).toBe('€12.50');
  expect(money('twelve', 'EUR')).toBe('twelve');
  expect(money(3, 'points')).toBe('3 points');
});

test('a time that is midnight in some zone stands for its day, any other is said in full', () => {
  const { occasion } = formats('en', 'GB', 'Europe/Berlin');
  expect(occasion('2017-01-01T12:00:00Z')).toBe('1 January 2017');
  expect(occasion('2017-03-04T23:00:00Z')).toBe('5 March 2017');
  expect(occasion('2026-05-12T12:00:07Z')).toBe('12 May 2026, 14:00');
});

test('an unknown zone reads as UTC and says so', () => {
  expect(formats('en', 'GB', 'Mars/Olympus').time('2026-05-12T10:00:00Z')).toContain('UTC');
});
