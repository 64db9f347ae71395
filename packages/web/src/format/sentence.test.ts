import { expect, test } from 'vitest';
import { sentence } from './sentence.js';
import { shownValue } from './shown-value.js';

test('a reason becomes a sentence', () => {
  expect(sentence('line 4: the date has no year')).toBe('Line 4: the date has no year.');
  expect(sentence('userId is too long')).toBe('userId is too long.');
  expect(sentence('Is it so?')).toBe('Is it so?');
  expect(sentence('  ')).toBe('');
});

test('values read as people write them', () => {
  expect(shownValue('Roth')).toBe('Roth');
  expect(shownValue(null)).toBe('—');
  expect(shownValue({ a: [1, true] })).toBe('{"a":[1,true]}');
});
