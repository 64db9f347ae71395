import { readAmount } from '../../collect/amount.js';
import type { DeedClause, EdgeClause, SinceClause, SumClause } from './clause.js';
import { durationMs } from './duration.js';
import { matchesFilter } from './matches-filter.js';
import { numberHolds } from './number-test.js';
import type { PlacedInteraction } from './placed-interaction.js';
import { propertyAt, readProperties } from './read-properties.js';
import { sequenceEnd } from './sequence-end.js';
import { type Bounds, isWithin } from './window-bounds.js';

/** Whether it is true of somebody, and what it was seen from. */
export interface JudgedDeed {
  readonly holds: boolean;
  readonly found:
    | { readonly type: 'times'; readonly times: number }
    /** In millionths. */
    | { readonly type: 'sum'; readonly micros: bigint }
    | { readonly type: 'at'; readonly placedMs: number }
    | { readonly type: 'never' };
}

/** `interactions` as of `placedInteractions`; `bounds` of the clause's window. */
export function judgeDeed(
  clause: DeedClause,
  interactions: readonly PlacedInteraction[],
  bounds: Bounds,
  momentMs: number,
): JudgedDeed {
  const within = () => interactions.filter(({ placedMs }) => isWithin(bounds, placedMs));
  switch (clause.type) {
    case 'did': {
      const times = within().filter(({ one }) => matchesFilter(one, clause.what)).length;
      const holds = numberHolds(clause.times ?? { is: 'at-least', number: 1 }, (bound) => times - bound);
      return { holds, found: { type: 'times', times } };
    }
    case 'sum': {
      const micros = within().reduce((sum, { one }) => sum + addend(one, clause), 0n);
      const holds = numberHolds(clause.test, (bound) => Number(micros - (readAmount(bound) ?? 0n)));
      return { holds, found: { type: 'sum', micros } };
    }
    case 'first':
    case 'last':
      return judgeEdge(clause, edgeOf(clause.type, clause.what, interactions), bounds);
    case 'since':
      return judgeSince(clause, edgeOf(clause.which, clause.what, interactions), momentMs);
    case 'sequence': {
      const end = sequenceEnd(clause.steps, within());
      return { holds: end !== undefined, found: foundAt(end) };
    }
  }
}

function edgeOf(which: 'first' | 'last', what: EdgeClause['what'], interactions: readonly PlacedInteraction[]) {
  const isMeant = ({ one }: PlacedInteraction): boolean => matchesFilter(one, what);
  return which === 'first' ? interactions.find(isMeant) : interactions.findLast(isMeant);
}

function judgeEdge({ was }: EdgeClause, edge: PlacedInteraction | undefined, bounds: Bounds): JudgedDeed {
  const fits = edge !== undefined && isWithin(bounds, edge.placedMs);
  return { holds: fits && (was === undefined || matchesFilter(edge.one, was)), found: foundAt(edge) };
}

function judgeSince(clause: SinceClause, edge: PlacedInteraction | undefined, momentMs: number): JudgedDeed {
  return {
    holds: edge !== undefined && isWithin(sinceBounds(clause, momentMs), edge.placedMs),
    found: foundAt(edge),
  };
}

/** When it must have been, for so much time to have passed. */
export function sinceBounds({ atLeast, lessThan }: SinceClause, momentMs: number): Bounds {
  return {
    from: lessThan === undefined ? null : momentMs - durationMs(lessThan) + 1,
    to: atLeast === undefined ? null : momentMs - durationMs(atLeast) + 1,
  };
}

function addend(one: PlacedInteraction['one'], { what, of }: SumClause): bigint {
  if (!matchesFilter(one, what)) return 0n;
  if (of.type === 'value') return one.currency === of.currency ? (readAmount(one.value) ?? 0n) : 0n;
  const number = propertyAt(readProperties(one.properties), of.path);
  return typeof number === 'number' && Math.abs(number) < largestAddend ? BigInt(Math.floor(number * 1e6 + 0.5)) : 0n;
}

/** Numbers of this size and beyond are faults, as amounts of it are. */
export const largestAddend = 1e12;

const foundAt = (one: PlacedInteraction | undefined): JudgedDeed['found'] =>
  one === undefined ? { type: 'never' } : { type: 'at', placedMs: one.placedMs };
