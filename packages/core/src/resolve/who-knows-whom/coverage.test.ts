import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from '../../words/words-in.js';
import type { CoveredPair } from './coverage.js';
import { type CoverageWording, coverageOpening, joiningFileInWords, systemInWords } from './coverage-in-words.js';
import { coverageOf } from './coverage-of.js';
import { joiningFile } from './joining-file.js';
import type { KnownPattern } from './known-pattern.js';

const [shop, calls, crm] = [1, 2, 3] as const;
const isDurable = (namespace: string) => namespace !== 'anonymous_id';
const wording: CoverageWording = {
  words: wordsIn('en'),
  nameOf: (source) => ['', 'Web shop', 'Call centre', 'CRM'][source] ?? '',
  channelOf: (source) => (source === calls ? 'call_centre' : 'web'),
  isDurable,
};
const people = (count: number, ...known: readonly (readonly [number, string])[]): KnownPattern => ({
  recognised: true,
  people: count,
  known: known.map(([source, namespace]) => ({ source, namespace })),
});

test('callers whom the shop cannot know are the finding, with the list that would join them', () => {
  const coverage = coverageOf([people(8_000, [shop, 'email']), people(3_100, [calls, 'phone'])], isDurable);
  expect(coverageOpening(coverage, wording)).toBe(
    '0 of 3,100 callers are known to Web shop: it has e-mail addresses, Call centre has phone numbers.',
  );
  const file = joiningFile(coverage, isDurable);
  expect(file).toEqual({ from: calls, to: shop, kinds: ['phone', 'email'], upTo: 3_100 });
  expect(file && joiningFileInWords(file, wording.words)).toBe(
    'A list with phone numbers and e-mail addresses would join up to 3,100 of them: usually the CRM’s export of contacts.',
  );
});

test('those who were joined are counted once, and what is missing although it could be told is said to be so', () => {
  const coverage = coverageOf(
    [
      people(900, [shop, 'email']),
      people(30, [shop, 'email'], [calls, 'email']),
      people(70, [calls, 'email']),
      people(1, [crm, 'email'], [calls, 'phone'], [shop, 'email']),
    ],
    isDurable,
  );
  const pair = (from: number, to: number) =>
    coverage.pairs.find((one: CoveredPair) => one.from === from && one.to === to);
  expect(pair(calls, shop)).toEqual({ from: calls, to: shop, people: 101, known: 31, linkable: 70 });
  expect(pair(shop, calls)).toEqual({ from: shop, to: calls, people: 931, known: 31, linkable: 900 });
  expect(coverageOpening(coverage, wording)).toBe(
    '31 of 101 callers are known to Web shop; the others could be told apart there, but Web shop has not met them.',
  );
  expect(joiningFile(coverage, isDurable)).toBeUndefined();
  expect(coverage.systems.map((system) => systemInWords(system, wording))).toEqual([
    '900 of 931 people are known to no other system. It has e-mail addresses.',
    '70 of 101 people are known to no other system. It has e-mail addresses.',
    '0 of 1 person is known to no other system. It has e-mail addresses.',
  ]);
});

test('where nobody of the smaller system is missing, those of the larger are said', () => {
  const coverage = coverageOf([people(60, [shop, 'email'], [calls, 'email']), people(90, [calls, 'phone'])], isDurable);
  expect(coverageOpening(coverage, wording)).toBe(
    '60 of 150 callers are known to Web shop: it has e-mail addresses, Call centre has phone numbers and e-mail addresses.',
  );
});

test('from a thousand people on a share is said', () => {
  const coverage = coverageOf(
    [
      people(20_000, [shop, 'email']),
      people(2_232, [shop, 'email'], [calls, 'phone']),
      people(10_168, [calls, 'phone']),
    ],
    isDurable,
  );
  expect(coverageOpening(coverage, wording)).toContain('18 % of 12,400 callers are known to Web shop');
});

test('with no system, with one, and with nothing missing there is nothing to compare, and it is said', () => {
  expect(coverageOpening(coverageOf([], isDurable), wording)).toContain('No system knows anybody yet');
  expect(coverageOpening(coverageOf([people(3, [shop, 'email'])], isDurable), wording)).toContain(
    'Web shop is the only',
  );
  const both = coverageOf([people(3, [shop, 'email'], [calls, 'phone'])], isDurable);
  expect(coverageOpening(both, wording)).toBe('Everybody is known to every system.');
});

test('visitors are counted beside people, never among them', () => {
  const visitors: KnownPattern = { recognised: false, people: 9, known: [{ source: shop, namespace: 'anonymous_id' }] };
  const { systems, pairs } = coverageOf([visitors, people(2, [calls, 'phone'])], isDurable);
  expect(systems.find(({ source }) => source === shop)).toMatchObject({ people: 0, visitors: 9 });
  expect(pairs).toEqual([]);
});

test('a pair adds up, and splitting a pattern in two changes nothing', () => {
  const known = fc.uniqueArray(
    fc.record({ source: fc.integer({ min: 1, max: 4 }), namespace: fc.constantFrom('email', 'phone', 'anonymous_id') }),
    { minLength: 1, maxLength: 5, selector: ({ source, namespace }) => `${source}${namespace}` },
  );
  const pattern = fc.record({ recognised: fc.boolean(), people: fc.integer({ min: 2, max: 50 }), known });
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 8 }), (patterns) => {
      const coverage = coverageOf(patterns, isDurable);
      for (const pair of coverage.pairs) {
        expect(pair.known + pair.linkable).toBeLessThanOrEqual(pair.people);
        const back = coverage.pairs.find(({ from, to }) => from === pair.to && to === pair.from);
        expect(back?.known).toBe(pair.known);
      }
      const halves = patterns.flatMap((one) => [
        { ...one, people: 1 },
        { ...one, people: one.people - 1 },
      ]);
      expect(coverageOf(halves, isDurable)).toEqual(coverage);
    }),
  );
});
