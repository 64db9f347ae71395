import type { JsonValue } from '@throughline/core/resolve/json-value';
import type { TraitClause } from '@throughline/core/understand/segments/clause';
import { valueHolds } from '@throughline/core/understand/segments/value-test';
import type { ClientBase } from 'pg';
import type { PersonBits, PersonWord } from './person-bits.js';
import { personsByTrait } from './persons.sql.js';

/** A value of a trait and everybody who has it. */
export interface TraitHolders {
  readonly value: JsonValue;
  readonly persons: readonly PersonWord[];
}

/** The values of these traits, by trait. */
export async function readTraits(
  client: ClientBase,
  workspace: number,
  traits: readonly string[],
): Promise<ReadonlyMap<string, readonly TraitHolders[]>> {
  if (traits.length === 0) return new Map();
  const found = new Map<string, Map<string, PersonWord[]>>();
  for (const { trait, value, word, bits } of await personsByTrait(client, workspace, traits)) {
    const values = found.get(trait) ?? new Map<string, PersonWord[]>();
    found.set(trait, values);
    const words = values.get(value) ?? [];
    values.set(value, words);
    words.push({ word, bits });
  }
  return new Map(
    [...found].map(([trait, values]) => [
      trait,
      [...values].map(([value, persons]) => ({ value: JSON.parse(value) as JsonValue, persons })),
    ]),
  );
}

/** Of everybody, those whose trait passes the test; `holders` are all who have it. Each different value is judged once. */
export function personsOfTrait(
  { test }: TraitClause,
  holders: readonly TraitHolders[],
  everybody: PersonBits,
): PersonBits {
  const of = (some: readonly TraitHolders[]): PersonBits => {
    const found = everybody.emptied();
    for (const { persons } of some) found.addWords(persons);
    return found.and(everybody);
  };
  const passing = of(holders.filter(({ value }) => valueHolds(test, value)));
  return valueHolds(test, undefined) ? passing.or(everybody.without(of(holders))) : passing;
}
