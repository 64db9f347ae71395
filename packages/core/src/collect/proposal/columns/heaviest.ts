import type { Meaning } from '../meaning.js';
import type { Candidates, Weighed } from './candidates.js';

/** The meanings of a column, heaviest first; equal weights in the order of their names, so that the same sample gives the same answer. */
export function byWeight({ weights }: Pick<Candidates, 'weights'>): readonly (readonly [Meaning, Weighed])[] {
  return [...weights].sort(([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1));
}

export function heaviest(candidates: Pick<Candidates, 'weights'>): Meaning {
  return byWeight(candidates)[0]?.[0] ?? 'text';
}

/** The columns whose heaviest meaning is one of these. */
export function columnsMeaning(columns: readonly Candidates[], ...wanted: readonly Meaning[]): readonly Candidates[] {
  return columns.filter((column) => wanted.includes(heaviest(column)));
}
