import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance } from './chance.js';
import { scattered } from './scattered.js';

describe('chance', () => {
  it('follows from its path alone', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: 4 }), (path) => {
        const [one, other] = [new Chance(...path), new Chance(...path)];
        expect([one.next(), one.below(100), one.wait(3)]).toEqual([other.next(), other.below(100), other.wait(3)]);
      }),
    );
  });

  it('draws evenly, for the first draw of neighbouring paths as well', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let number = 0; number < 20_000; number += 1) {
      const tenth = Math.floor(new Chance(7, 4, number).next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });
});

describe('scattered numbers', () => {
  it('are eight digits and never two alike, in any system', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 8_999_999 }), { minLength: 2 }),
        (salt, numbers) => {
          const all = numbers.map((number) => scattered(number, salt));
          expect(new Set(all).size).toBe(numbers.length);
          for (const one of all) expect(String(one)).toMatch(/^\d{8}$/);
        },
      ),
    );
  });
});
