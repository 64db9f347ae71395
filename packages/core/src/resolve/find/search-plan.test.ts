import { expect, it } from 'vitest';
import { findablePart, wantedParts } from './findable-part.js';
import { findableWords } from './findable-words.js';
import { fitOf, searchPlan, searchSteps } from './search-plan.js';
import { searchTerms } from './search-terms.js';

const plan = (typed: string, known: readonly string[]) => searchPlan(searchTerms(typed), known);

it('asks for the very words first, then for beginnings, then for what is like them', () => {
  const { all } = searchSteps(plan('anna mulle', ['anna', 'annabel', 'mulle', 'muller', 'mille']));
  expect(all).toEqual([
    [['anna'], ['mulle']],
    [
      ['anna', 'annabel'],
      ['mulle', 'muller'],
    ],
    [
      ['anna', 'annabel'],
      ['mulle', 'muller', 'mille'],
    ],
  ]);
});

it('asks for any of the words only where there are several', () => {
  expect(searchSteps(plan('anna', ['anna'])).any).toEqual([]);
  const { all, any } = searchSteps(plan('anna zzyzx', ['anna']));
  expect({ all, any }).toEqual({ all: [], any: [[['anna']]] });
  expect(searchSteps(plan('', ['anna']))).toEqual({ all: [], any: [] });
});

it('a fit is better the closer the words are, and says whether it is the name or the postcode', () => {
  const both = plan('muler 10115', ['muller', 'muler', '#10115', '#10117']);
  expect(fitOf(both, ['anna', 'muler', '#10115'])).toEqual({ fit: 1, name: 'is', postcode: '10115' });
  const like = fitOf(both, ['anna', 'muller', '#10115']);
  expect(like).toMatchObject({ name: 'like', postcode: '10115' });
  expect(like.fit).toBeLessThan(1);
  expect(fitOf(both, ['anna', '#10117'])).toEqual({ fit: 0 });
});

it('words come of all names any source gives, and of postcodes wherever they are said', () => {
  const said = { source: 1, at: 0, rule: 'latest' as const, conflicts: [] };
  const words = findableWords([
    { ...said, trait: 'name', value: 'Anna Roth', conflicts: [{ value: 'Anna Weiß', source: 2, at: 0 }] },
    { ...said, trait: 'address', value: { postalCode: 'SW1A 1AA', city: 'London' } },
    { ...said, trait: 'zip', value: 10115 },
    { ...said, trait: 'city', value: 'Berlin' },
    { ...said, trait: 'lastName', value: null },
  ]);
  expect([...words].sort()).toEqual(['#10115', '#sw1a1aa', 'anna', 'roth', 'weiss']);
});

it('parts of identifiers are what people remember of them', () => {
  expect(findablePart({ namespace: 'email', value: 'Anna.Roth@example.com' })).toBe('anna.roth');
  expect(findablePart({ namespace: 'phone', value: '+491712345678' })).toBe('491712345678');
  expect(findablePart({ namespace: 'device_id', value: 'abc' })).toBeUndefined();
  expect(wantedParts('0171 / 23 45')).toEqual(['0171 / 23 45', '1712345']);
  expect(wantedParts('roth@')).toEqual(['roth']);
  expect(wantedParts('123')).toEqual([]);
});
