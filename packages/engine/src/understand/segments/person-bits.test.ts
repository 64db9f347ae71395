import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PersonBits } from './person-bits.js';

const most = 127;
const persons = fc.uniqueArray(fc.integer({ min: 0, max: most }));
const everybody = PersonBits.of(Array.from({ length: 4 }, (_, word) => ({ word, bits: 2 ** 32 - 1 })));
const bits = (numbers: readonly number[]): PersonBits => {
  const set = everybody.emptied();
  for (const number of numbers) set.add(number);
  return set;
};
const sorted = (numbers: Iterable<number>): readonly number[] => [...numbers].sort((a, b) => a - b);

it('does what sets of numbers do', () => {
  fc.assert(
    fc.property(persons, persons, (a, b) => {
      const [left, right] = [bits(a), bits(b)];
      expect([...left]).toEqual(sorted(a));
      expect(left.size).toBe(a.length);
      expect([...left.and(right)]).toEqual(sorted(a.filter((one) => b.includes(one))));
      expect([...left.or(right)]).toEqual(sorted(new Set([...a, ...b])));
      expect([...left.without(right)]).toEqual(sorted(a.filter((one) => !b.includes(one))));
      for (let one = 0; one <= most; one += 1) expect(left.has(one)).toBe(a.includes(one));
    }),
  );
});

it('holds everybody whom the database told of, and takes no number beyond', () => {
  expect(everybody.size).toBe(most + 1);
  const set = bits([3, most + 1]);
  expect([...set]).toEqual([3]);
  expect(set.has(most + 1)).toBe(false);
});
