import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from '../../words/words-in.js';
import { coverageOf } from './coverage-of.js';
import type { KnownPattern } from './known-pattern.js';
import { personGapInWords, personGaps, personGapsOpening } from './person-gaps.js';

const [shop, calls, crm] = [1, 2, 3];
const isDurable = (namespace: string): boolean => namespace !== 'anonymous_id';
const wording = {
  words: wordsIn('en'),
  nameOf: (source: number) => ['?', 'Web shop', 'Call centre', 'CRM'][source] ?? '?',
};
const people = (count: number, ...known: readonly (readonly [source: number, namespace: string])[]): KnownPattern => ({
  recognised: true,
  people: count,
  known: known.map(([source, namespace]) => ({ source, namespace })),
});
const patterns = [people(6_000, [shop, 'email']), people(3_000, [calls, 'phone']), people(50, [crm, 'email'])];
const gapsOf = (...known: readonly (readonly [number, string])[]) =>
  personGaps(
    known.map(([source, namespace]) => ({ source, namespace })),
    coverageOf(patterns, isDurable),
    9_050,
    isDurable,
  );
const said = (...known: readonly (readonly [number, string])[]) =>
  gapsOf(...known).map((gap) => personGapInWords(gap, 9_050, wording));

test('a source that knows many and not this person is a gap, with the reason', () => {
  expect(personGapsOpening(gapsOf([calls, 'phone']), wording)).toBe('Nothing is known from Web shop.');
  expect(said([calls, 'phone'])).toEqual([
    'Web shop knows 6,000 of 9,050 customers, by e-mail addresses: none is known of this person.',
  ]);
  expect(personGapsOpening(gapsOf([crm, 'email']), wording)).toBe('Nothing is known from Web shop and Call centre.');
  expect(said([crm, 'email'], [crm, 'phone'])).toEqual([
    'Web shop knows 6,000 of 9,050 customers, by e-mail addresses, as we know this person, and has no record of them.',
    'Call centre knows 3,000 of 9,050 customers, by phone numbers, as we know this person, and has no record of them.',
  ]);
});

test('of many gaps the largest are named and the others counted', () => {
  const gaps = [1, 2, 3, 4, 5].map((source) => ({ source, people: 9, kinds: [], shared: [] }));
  expect(personGapsOpening(gaps, { ...wording, nameOf: (source) => `S${source}` })).toBe(
    'Nothing is known from S1, S2, S3, and 2 other systems.',
  );
  expect(personGapsOpening([], wording)).toBe('');
});

test('a source that knows few is none, and whoever every large source knows has none', () => {
  expect(gapsOf([shop, 'email'], [calls, 'phone'])).toEqual([]);
});

test('no source that knows the person is ever a gap, and none that knows less than a quarter', () => {
  const knownBy = fc.record({ source: fc.integer({ min: 1, max: 5 }), namespace: fc.constantFrom('email', 'phone') });
  const pattern = fc.record({
    recognised: fc.boolean(),
    people: fc.integer({ min: 1, max: 60 }),
    known: fc.uniqueArray(knownBy, { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(one) }),
  });
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 8 }), fc.array(knownBy, { maxLength: 3 }), (all, own) => {
      const customers = all.filter(({ recognised }) => recognised).reduce((sum, one) => sum + one.people, 0);
      for (const gap of personGaps(own, coverageOf(all, isDurable), customers, isDurable)) {
        expect(own.some(({ source }) => source === gap.source)).toBe(false);
        expect(gap.people * 4).toBeGreaterThanOrEqual(customers);
        expect(gap.shared.every((namespace) => own.some((one) => one.namespace === namespace))).toBe(true);
      }
    }),
  );
});
