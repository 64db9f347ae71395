import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordCloseness } from './word-closeness.js';

const word = fc.stringMatching(/^[a-e]{1,9}$/u);

it.each([
  ['muller', 'muler', true],
  ['meier', 'meire', true],
  ['anna', 'anne', true],
  ['kowalczyk', 'kowalcyzk', true],
  ['anna', 'otto', false],
  ['li', 'lu', false],
])('%s and %s are like each other: %s', (a, b, is) => {
  expect(wordCloseness(a, b) > 0).toBe(is);
  expect(wordCloseness(b, a) > 0).toBe(is);
});

it('the same is closest, a beginning next, a slip after that', () => {
  expect(wordCloseness('muller', 'muller')).toBe(1);
  expect(wordCloseness('mull', 'mullerin')).toBeGreaterThan(wordCloseness('mulle', 'miller'));
  expect(wordCloseness('mullar', 'muller')).toBeLessThan(0.9);
});

it('closeness lies between 0 and 1, and is 1 of the same word alone', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const closeness = wordCloseness(a, b);
      expect(closeness).toBeGreaterThanOrEqual(0);
      expect(closeness).toBeLessThanOrEqual(1);
      expect(closeness === 1).toBe(a === b);
    }),
  );
});

it('one slip in a word of six letters is always forgiven', () => {
  const slip = fc.record({
    word: fc.stringMatching(/^[a-z]{6,12}$/u),
    at: fc.nat(),
    kind: fc.nat(3),
    letter: fc.stringMatching(/^[a-z]$/u),
  });
  fc.assert(
    fc.property(slip, ({ word, at, kind, letter }) => {
      const place = at % (word.length - 1);
      const [head, tail] = [word.slice(0, place), word.slice(place)];
      const slipped = [
        head + tail.slice(1),
        head + letter + tail,
        head + letter + tail.slice(1),
        head + tail.charAt(1) + tail.charAt(0) + tail.slice(2),
      ][kind];
      expect(wordCloseness(slipped ?? '', word)).toBeGreaterThan(0);
    }),
  );
});
