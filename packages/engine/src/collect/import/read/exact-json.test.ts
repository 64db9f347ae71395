import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exactJson } from './exact-json.js';

it('keeps numbers too large to be exact as their text', () => {
  expect(exactJson('{"id":12345678901234567890,"n":-9007199254740993,"ok":9007199254740991}')).toEqual({
    id: '12345678901234567890',
    n: '-9007199254740993',
    ok: 9007199254740991,
  });
});

it('leaves digits in texts and fractions alone', () => {
  const text = String.raw`{"a":"12345678901234567890","b":"\"1234567890123456789","c":0.12345678901234567,"d":1e30}`;
  expect(exactJson(text)).toEqual(JSON.parse(text));
});

it('reads everything else as JSON.parse does', () => {
  const short = fc.json().filter((text) => !/\d{16}/.test(text.replace(/\.\d+/g, '')));
  fc.assert(
    fc.property(short, (text) => {
      expect(exactJson(text)).toEqual(JSON.parse(text));
    }),
  );
});
