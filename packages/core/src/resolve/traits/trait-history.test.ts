import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TraitClaim } from '../trait-claim.js';
import { traitHistory } from './trait-history.js';

const claim = (value: string, firstAt: number, lastAt: number, change: Partial<TraitClaim> = {}): TraitClaim => ({
  ...{ node: 1, trait: 'city', source: 1, sourceId: 's1', trust: 50, value, firstAt, lastAt, count: 1 },
  ...{ lastMessage: `m${lastAt}`, ...change },
});

describe('the history of a trait', () => {
  test('says of each value from when it was said, and until when at the latest', () => {
    const found = traitHistory([claim('Leeds', 1, 3), claim('York', 5, 7), claim('Hull', 8, 9)]);
    expect(found.map(({ value, firstAt, replacedAt }) => [value, firstAt, replacedAt])).toEqual([
      ['Hull', 8, null],
      ['York', 5, 8],
      ['Leeds', 1, 5],
    ]);
  });

  test('of a value that came between two others ends where the other is known to be said again', () => {
    const found = traitHistory([claim('Leeds', 1, 9), claim('York', 4, 6)]);
    expect(found.map(({ value, replacedAt }) => [value, replacedAt])).toEqual([
      ['Leeds', null],
      ['York', 9],
    ]);
  });

  test('adds up what a source said under several identifiers, and lets no source end what another says', () => {
    const found = traitHistory([
      claim('Leeds', 3, 4, { count: 2 }),
      claim('Leeds', 1, 2, { node: 2 }),
      claim('York', 8, 8, { source: 2 }),
    ]);
    expect(found).toEqual([
      { value: 'York', source: 2, firstAt: 8, lastAt: 8, times: 1, replacedAt: null },
      { value: 'Leeds', source: 1, firstAt: 1, lastAt: 4, times: 3, replacedAt: null },
    ]);
  });

  test('of messages that a source sent ends no value before it was said last, and has one present word a source', () => {
    const message = fc.record({ value: fc.constantFrom('a', 'b', 'c'), source: fc.integer({ min: 1, max: 2 }) });
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 12 }), (messages) => {
        const claims = messages.map(({ value, source }, at) => claim(value, at, at, { source }));
        const found = traitHistory(claims);
        expect(found.reduce((sum, { times }) => sum + times, 0)).toBe(messages.length);
        for (const source of new Set(messages.map((one) => one.source))) {
          const own = found.filter((one) => one.source === source);
          const last = messages.findLast((one) => one.source === source)?.value;
          expect(own.filter(({ replacedAt }) => replacedAt === null).map(({ value }) => value)).toEqual([last]);
          for (const { value, lastAt, replacedAt } of own) {
            if (replacedAt === null) continue;
            const next = messages.findIndex((one, at) => at > lastAt && one.source === source && one.value !== value);
            expect(replacedAt).toBeGreaterThanOrEqual(next);
          }
        }
      }),
    );
  });
});
