import { expect, test } from 'vitest';
import type { GoldenTrait } from '../golden-trait.js';
import type { JsonValue } from '../json-value.js';
import { contradictedTraits, isContradicted } from './contradicted-traits.js';

const golden = (trait: string, value: JsonValue, ...others: readonly JsonValue[]): GoldenTrait => ({
  ...{ trait, value, source: 1, at: 1, rule: 'latest' },
  conflicts: others.map((other) => ({ value: other, source: 2, at: 1 })),
});

test('two birthdays contradict each other, a birthday and none do not', () => {
  const found = contradictedTraits([
    golden('title', 'Dr'),
    golden('birthday', '1980-02-03', '1980-03-02'),
    golden('city', null, 'York'),
    golden('street', 'Elm Road 1', '', null),
    golden('phone', '', '+441', '+442'),
  ]);
  expect(found).toEqual(['birthday', 'phone']);
});

test('capitals, spaces and the order of fields are no contradiction', () => {
  const address = { street: 'Elm  Road 1', city: 'York' };
  expect(isContradicted(golden('address', address, { city: 'YORK', street: 'elm road 1 ' }))).toBe(false);
  expect(isContradicted(golden('address', address, { city: 'York', street: 'Elm Road 2' }))).toBe(true);
  expect(isContradicted(golden('tags', ['a', 'B'], ['A', 'b']))).toBe(false);
  expect(isContradicted(golden('tags', ['a', 'b'], ['b', 'a']))).toBe(true);
});

test('what was settled is contradicted no longer', () => {
  expect(contradictedTraits([{ ...golden('birthday', '1980-02-03', '1980-03-02'), rule: 'settled' }])).toEqual([]);
});
