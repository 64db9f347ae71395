import type { Period } from './findings.sql.js';

export interface SourceOfKind {
  readonly source: number;
  readonly rows: number;
  readonly firstMs: number;
  readonly lastMs: number;
}

/** A source that tells of less than this share of a kind does not say when that kind is complete. */
const leastShareOf1 = 0.1;

/**
 * The time for which every source that tells of a kind has told it all: from when the last of them began to when the first of them ends,
 * which is what it says itself, or the last it told. Undefined if there is no such time.
 */
export function periodOf(
  sources: readonly SourceOfKind[],
  completeUntil: ReadonlyMap<number, number>,
): Period | undefined {
  const all = sources.reduce((sum, { rows }) => sum + rows, 0);
  const telling = sources.filter(({ rows }) => rows >= all * leastShareOf1);
  if (telling.length === 0) return undefined;
  const from = Math.max(...telling.map(({ firstMs }) => firstMs));
  const to = Math.min(...telling.map(({ source, lastMs }) => completeUntil.get(source) ?? lastMs));
  return from < to ? { from, to } : undefined;
}
