import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRuleSet } from './default-rule-set.js';
import { goldenTraits } from './golden-traits.js';
import type { TraitClaim } from './trait-claim.js';

const claim = (change: Partial<TraitClaim>): TraitClaim => ({
  node: 1,
  trait: 'city',
  source: 1,
  trust: 50,
  value: 'Leeds',
  firstAt: 1,
  lastAt: 1,
  count: 1,
  lastMessage: 'm1',
  ...change,
});
const rules = defaultRuleSet.goldenTraits;
const golden = (...claims: readonly TraitClaim[]) => goldenTraits(claims, rules)[0];

describe('the value we use', () => {
  test('of a name is what the most trusted source says now, though another spoke later', () => {
    const crm = { trait: 'firstName', source: 2, trust: 90 };
    const found = golden(
      claim({ ...crm, value: 'Ana', lastAt: 1 }),
      claim({ ...crm, value: 'Anna', lastAt: 2 }),
      claim({ trait: 'firstName', value: 'Annie', lastAt: 9 }),
    );
    expect(found).toEqual({
      trait: 'firstName',
      value: 'Anna',
      source: 2,
      at: 2,
      rule: 'trusted',
      conflicts: [{ value: 'Annie', source: 1, at: 9 }],
    });
  });

  test('of most traits is what was said last; at the same time, the trusted source', () => {
    expect(golden(claim({ value: 'Leeds', lastAt: 5 }), claim({ value: 'York', lastAt: 7 }))?.value).toBe('York');
    const tied = golden(
      claim({ value: 'Leeds', lastAt: 7 }),
      claim({ value: 'York', lastAt: 7, source: 2, trust: 60 }),
    );
    expect(tied?.value).toBe('York');
  });

  test('of a language is what most messages say, over all nodes and sources together', () => {
    const language = { trait: 'language' };
    const found = golden(
      claim({ ...language, value: 'de', count: 3, lastAt: 9 }),
      claim({ ...language, value: 'en', count: 2, source: 2, lastAt: 2 }),
      claim({ ...language, value: 'en', count: 2, source: 3, node: 2, lastAt: 4 }),
    );
    expect(found).toMatchObject({ value: 'en', source: 3, at: 4, conflicts: [{ value: 'de', source: 1 }] });
  });

  test('is empty when the deciding source says so', () => {
    expect(golden(claim({ value: 'Leeds', lastAt: 5 }), claim({ value: null, lastAt: 7 }))).toMatchObject({
      value: null,
    });
  });

  test('has no conflict with an older word of the same source, nor with the same value in another order of fields', () => {
    const found = golden(
      claim({ value: { zip: '1', city: 'York' }, lastAt: 5 }),
      claim({ value: { city: 'York', zip: '1' }, source: 2, lastAt: 7 }),
      claim({ value: 'Leeds', source: 2, lastAt: 3 }),
    );
    expect(found?.conflicts).toEqual([]);
  });

  test('is the same for any order of claims', () => {
    const small = fc.integer({ min: 0, max: 3 });
    const claims = fc.array(
      fc.record({
        node: small,
        trait: fc.constantFrom('firstName', 'city', 'language'),
        source: small,
        value: fc.constantFrom<TraitClaim['value'][]>('a', 'b', 'c', null, 1, { x: 1, y: [2] }, { y: [2], x: 1 }),
        firstAt: fc.constant(0),
        lastAt: small,
        count: fc.integer({ min: 1, max: 3 }),
        lastMessage: fc.constantFrom('m1', 'm2'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    const withTrust = claims.map((list) => list.map((one) => ({ ...one, trust: one.source % 2 })));
    const ordered = withTrust.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    fc.assert(
      fc.property(ordered, ([one, other]) => {
        expect(goldenTraits(other, rules)).toEqual(goldenTraits(one, rules));
      }),
      { numRuns: 2_000 },
    );
  });
});
