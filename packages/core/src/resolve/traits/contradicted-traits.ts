import { canonicalJson } from '../canonical-json.js';
import { compareText } from '../compare-text.js';
import type { GoldenTrait } from '../golden-trait.js';
import type { JsonValue } from '../json-value.js';
import { isEmptyValue } from './claimed-size.js';

/**
 * Traits about which sources contradict each other in what they say now, and of which nobody has settled the right value; by name. What
 * says nothing contradicts nobody, nor does another spelling in capitals or spaces.
 */
export function contradictedTraits(golden: readonly GoldenTrait[]): readonly string[] {
  return golden
    .filter(({ rule }) => rule !== 'settled')
    .filter(isContradicted)
    .map(({ trait }) => trait)
    .sort(compareText);
}

/** Whether what the sources say now differs, settled or not. */
export function isContradicted({ value, conflicts }: Pick<GoldenTrait, 'value' | 'conflicts'>): boolean {
  if (conflicts.length === 0) return false;
  const said = [value, ...conflicts.map((other) => other.value)].filter((one) => !isEmptyValue(one));
  return new Set(said.map((one) => canonicalJson(folded(one)))).size > 1;
}

function folded(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (isList(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, folded(field)]));
}

/** `Array.isArray` does not tell read-only lists from objects. */
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
