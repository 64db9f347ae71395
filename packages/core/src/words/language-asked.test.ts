import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from './language.js';
import { languageAsked } from './language-asked.js';

test('the most wanted language that is spoken is taken, whatever its region', () => {
  expect(languageAsked('de-AT,de;q=0.9,en;q=0.8')).toBe('de');
  expect(languageAsked('fr-FR, en;q=0.3, de;q=0.7')).toBe('de');
  expect(languageAsked('en;q=0.9,de')).toBe('de');
});

test('without a spoken language, or one that is refused, it is English', () => {
  for (const header of [undefined, '', '*', 'fr', 'fr,de;q=0', 'de;q=much', 'deutsch']) {
    expect(languageAsked(header)).toBe('en');
  }
});

test('no header is too odd to answer', () => {
  fc.assert(fc.property(fc.string(), (header) => languages.includes(languageAsked(header))));
});
