import type { Period } from './findings.sql.js';

export interface SourceOfKind {
  readonly source: number;
  readonly rows: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Between these lie 98 of 100. */
  readonly earlyMs: number;
  readonly lateMs: number;
}

/** A source that tells of less than this share of a kind does not say when that kind is complete. */
const leastShareOf1 = 0.1;
/** How far beyond the 98 of 100 the rest may lie, in parts of their time; twice what an even stream needs. */
const tailOf1 = 0.02;

/**
 * The time for which every source that tells of a kind has told it all: from when the last of them began to when the first of them ends,
 * which is what it says itself, or the last it told. One event far from all others neither begins nor ends it. Undefined if there is no
 * such time.
 */
export function periodOf(
  sources: readonly SourceOfKind[],
  completeUntil: ReadonlyMap<number, number>,
): Period | undefined {
  const all = sources.reduce((sum, { rows }) => sum + rows, 0);
  const telling = sources.filter(({ rows }) => rows >= all * leastShareOf1);
  if (telling.length === 0) return undefined;
  const from = Math.max(...telling.map((one) => Math.max(one.firstMs, one.earlyMs - tail(one))));
  const to = Math.min(
    ...telling.map((one) => completeUntil.get(one.source) ?? Math.min(one.lastMs, one.lateMs + tail(one))),
  );
  return from < to ? { from, to } : undefined;
}

const tail = ({ earlyMs, lateMs }: SourceOfKind): number => tailOf1 * (lateMs - earlyMs);
