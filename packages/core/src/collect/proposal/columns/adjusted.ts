import type { Meaning } from '../meaning.js';
import type { Sentence } from '../sentence.js';
import type { Candidates } from './candidates.js';

/** What the other columns of a file say about one. `add` may be negative; a meaning the values do not allow is not made by it. */
export interface Adjustment {
  readonly position: number;
  readonly meaning: Meaning;
  readonly add: number;
  readonly evidence?: Sentence;
}

export function adjusted(columns: readonly Candidates[], adjustments: readonly Adjustment[]): readonly Candidates[] {
  const byPosition = new Map<number, Adjustment[]>();
  for (const adjustment of adjustments) {
    const known = byPosition.get(adjustment.position);
    if (known === undefined) byPosition.set(adjustment.position, [adjustment]);
    else known.push(adjustment);
  }
  return columns.map((column) => {
    const own = byPosition.get(column.facts.position);
    if (own === undefined) return column;
    const weights = new Map(column.weights);
    for (const { meaning, add, evidence } of own) {
      const known = weights.get(meaning);
      if (known !== undefined)
        weights.set(meaning, { weight: known.weight + add, evidence: evidence ?? known.evidence });
    }
    return { ...column, weights };
  });
}
