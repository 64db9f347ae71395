import type { Clause } from './clause.js';

/** A clause and where in the document it stands. */
export interface PlacedClause {
  readonly clause: Clause;
  /** `where.of[1].of`. */
  readonly path: string;
  /** 1 for the outermost. */
  readonly depth: number;
}

/** Every clause, groups before what is in them. */
export function clausesOf(clause: Clause, path = 'where', depth = 1): readonly PlacedClause[] {
  const here = { clause, path, depth };
  if (clause.type === 'not') return [here, ...clausesOf(clause.of, `${path}.of`, depth + 1)];
  if (clause.type !== 'all' && clause.type !== 'any') return [here];
  return [here, ...clause.of.flatMap((part, index) => clausesOf(part, `${path}.of[${index}]`, depth + 1))];
}
