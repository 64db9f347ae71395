import { expect, test } from 'vitest';
import { plainSearch } from './plain-search.js';

test('what is looked for stays text, however much it looks like a number', () => {
  for (const q of ['936', '00936', '12345678901234567890', 'true', '+441134960123', 'a b&c="d"', '{"a":1}']) {
    expect(plainSearch.parse(plainSearch.stringify({ q }))).toEqual({ q });
  }
  expect(plainSearch.parse('?q=936')).toEqual({ q: '936' });
});

test('what is not set is not in the address', () => {
  expect(plainSearch.stringify({ q: undefined, kind: '' })).toBe('');
  expect(plainSearch.stringify({ q: 'Anna', kind: undefined })).toBe('?q=Anna');
});
