import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memberText } from './member-text.js';

const key = fc.oneof(fc.constantFrom('properties', 'a', '"', '\\', 'proper\\ties'), fc.string());

it('a member means what JSON.parse makes of it, at any nesting and spacing', () => {
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), fc.constantFrom(undefined, 1, '\t', ' \n'), (object, space) => {
      const json = JSON.stringify(object, undefined, space);
      const text = memberText(json, 'properties');
      const expected = Object.hasOwn(object, 'properties') ? JSON.stringify(object.properties) : undefined;
      expect(text === undefined ? undefined : JSON.stringify(JSON.parse(text))).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

it('the last of several members with one name counts, under any spelling of the name', () => {
  expect(memberText('{"p":1,"q":2,"p":{"x":[1,"}"]}}', 'p')).toBe('{"x":[1,"}"]}');
  expect(memberText('{"p":1, "\\u0070" : 3 }', 'p')).toBe('3');
});

it('digits stay as they were sent', () => {
  expect(memberText('{"p":{"n":12345678901234567890.10,"m":1e400}}', 'p')).toBe(
    '{"n":12345678901234567890.10,"m":1e400}',
  );
});
