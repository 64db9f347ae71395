import { expect, test } from 'vitest';
import { firstLanguage } from './first-language.js';

test('a browser is spoken to in its first language that is spoken', () => {
  expect(firstLanguage(null, ['de-DE', 'en'])).toBe('de');
  expect(firstLanguage(null, ['fr-FR', 'de', 'en'])).toBe('de');
  expect(firstLanguage(null, ['fr'])).toBe('en');
  expect(firstLanguage(null, [])).toBe('en');
});

test('what it was spoken to in last goes first, unless that makes no sense', () => {
  expect(firstLanguage('en', ['de-DE'])).toBe('en');
  expect(firstLanguage('klingon', ['de-DE'])).toBe('de');
});
