import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRuleSet } from './default-rule-set.js';
import { type GoldenTraitRule, traitChoices } from './golden-trait-rule.js';
import { goldenTraits } from './golden-traits.js';
import type { TraitClaim } from './trait-claim.js';
import type { SettledTrait } from './traits/settled-trait.js';

const idOf = (source: number): string => `00000000-0000-4000-8000-00000000000${source}`;
const claim = (change: Partial<TraitClaim>): TraitClaim => ({
  node: 1,
  trait: 'city',
  source: 1,
  sourceId: idOf(change.source ?? 1),
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

  const saidBy = (source: number, value: TraitClaim['value'], change: Partial<TraitClaim> = {}) =>
    claim({ source, value, ...change });
  const ruled = (rule: GoldenTraitRule, ...claims: readonly TraitClaim[]) =>
    goldenTraits(claims, { rules: {}, otherwise: rule })[0];

  test('that was said first stays, whatever is said later', () => {
    const found = ruled(
      'first',
      saidBy(1, 'search', { firstAt: 5, lastAt: 9 }),
      saidBy(2, 'leaflet', { firstAt: 2, lastAt: 2 }),
    );
    expect(found).toMatchObject({ value: 'leaflet', source: 2, rule: 'first', conflicts: [{ value: 'search' }] });
  });

  test('that is most complete has most fields filled, then most letters, of what each source says now', () => {
    const full = { street: 'Elm Road 1', city: 'Leeds', zip: '' };
    const half = { street: 'The very long way round the hill 1', city: ' ', zip: null };
    expect(ruled('most-complete', saidBy(1, half), saidBy(2, full))?.value).toBe(full);
    expect(ruled('most-complete', saidBy(1, 'A.'), saidBy(2, 'Anna'), saidBy(3, '   '))?.value).toBe('Anna');
    const corrected = ruled('most-complete', saidBy(1, 'Annabelle'), saidBy(1, 'Anna', { lastAt: 2 }), saidBy(2, 'A'));
    expect(corrected?.value).toBe('Anna');
  });

  test('that is highest or lowest compares amounts as amounts and days as days, and never takes what says nothing', () => {
    expect(ruled('highest', saidBy(1, '9'), saidBy(2, 10), saidBy(3, null))?.value).toBe(10);
    expect(ruled('lowest', saidBy(1, '9'), saidBy(2, 10), saidBy(3, null))?.value).toBe('9');
    const days = [saidBy(1, '2024-02-01'), saidBy(2, '2023-12-31T23:00:00+01:00'), saidBy(3, '')];
    expect(ruled('lowest', ...days)?.value).toBe('2023-12-31T23:00:00+01:00');
    expect(ruled('highest', ...days)?.value).toBe('2024-02-01');
  });

  test('comes from the source that the rule believes first, before the more trusted one', () => {
    const claims = [saidBy(1, 'Leeds', { trust: 90 }), saidBy(2, 'York', { trust: 10 }), saidBy(3, 'Hull')];
    expect(ruled('trusted', ...claims)?.value).toBe('Leeds');
    const found = ruled({ choose: 'trusted', sources: [idOf(3), idOf(2)] }, ...claims);
    expect([found?.value, found?.conflicts.map(({ value }) => value)]).toEqual(['Hull', ['York', 'Leeds']]);
  });

  describe('once it is settled', () => {
    const settled = (change: Partial<SettledTrait>): SettledTrait => ({
      ...{ id: 'a', node: 1, trait: 'city', value: 'Hull', at: 5 },
      ...change,
    });

    test('is what was decided last, whatever sources say later, and also where none says anything', () => {
      const claims = [claim({ value: 'York', lastAt: 90 })];
      const decided = [settled({}), settled({ id: 'b', value: 'Ripon', at: 6 })];
      expect(goldenTraits(claims, rules, decided)[0]).toEqual({
        ...{ trait: 'city', value: 'Ripon', source: 0, at: 6, rule: 'settled' },
        conflicts: [{ value: 'York', source: 1, at: 90 }],
      });
      expect(goldenTraits([], rules, decided).map(({ value }) => value)).toEqual(['Ripon']);
    });
  });

  const small = fc.integer({ min: 0, max: 3 });
  const said = fc
    .record({
      node: small,
      trait: fc.constantFrom('firstName', 'city', 'language'),
      source: small,
      value: fc.constantFrom<TraitClaim['value'][]>('a', 'B ', '', null, 1, '2', '2024-05-01', { x: 1, y: [2] }, ['a']),
      firstAt: small,
      lastAt: fc.integer({ min: 3, max: 6 }),
      count: fc.integer({ min: 1, max: 3 }),
      lastMessage: fc.constantFrom('m1', 'm2'),
    })
    .map((one): TraitClaim => ({ ...one, sourceId: idOf(one.source), trust: one.source % 2 }));
  const decision = fc.record({
    id: fc.constantFrom('d1', 'd2', 'd3'),
    node: small,
    trait: fc.constantFrom('firstName', 'city', 'title'),
    value: fc.constantFrom<SettledTrait['value'][]>('a', 'z', null),
    at: small,
  });
  const decisions = fc.uniqueArray(decision, { maxLength: 2, selector: ({ id }) => id });
  const claims = fc.array(said, { minLength: 1, maxLength: 8 });
  const rule = fc.oneof(
    fc.constantFrom<GoldenTraitRule[]>(...traitChoices),
    fc.record({ choose: fc.constantFrom(...traitChoices), sources: fc.constantFrom([idOf(3)], [idOf(0), idOf(2)]) }),
  );
  const anyRules = fc.record({ rules: fc.record({ city: rule }), otherwise: rule });
  const reordered = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

  test('is the same for any order of claims and decisions, under every rule', () => {
    const ordered = fc
      .tuple(claims, decisions)
      .chain(([one, decided]) =>
        fc.tuple(fc.constant(one), fc.constant(decided), reordered(one), reordered(decided), anyRules),
      );
    fc.assert(
      fc.property(ordered, ([one, decided, other, decidedToo, under]) => {
        expect(goldenTraits(other, under, decidedToo)).toEqual(goldenTraits(one, under, decided));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is the same however the messages of a claim are spread over identifiers, imports and repetitions', () => {
    const spread = fc.tuple(claims, anyRules, fc.array(fc.tuple(small, fc.boolean()), { minLength: 8, maxLength: 8 }));
    fc.assert(
      fc.property(spread, ([list, under, cuts]) => {
        const halves = list.flatMap((one, n) => {
          const [node, isCut] = cuts[n] ?? [0, false];
          if (!isCut || one.count < 2) return [{ ...one, node }];
          const earlier = { ...one, node, count: 1, lastAt: one.firstAt, lastMessage: 'm0' };
          return one.firstAt < one.lastAt ? [earlier, { ...one, count: one.count - 1 }] : [one];
        });
        expect(goldenTraits(halves, under)).toEqual(goldenTraits(list, under));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is one that some source claims, or that was decided', () => {
    fc.assert(
      fc.property(claims, decisions, anyRules, (list, decided, under) => {
        for (const { trait, value, rule: chosenBy } of goldenTraits(list, under, decided)) {
          const from = chosenBy === 'settled' ? decided : list;
          expect(from.filter((one) => one.trait === trait).map((one) => one.value)).toContainEqual(value);
        }
      }),
    );
  });
});
