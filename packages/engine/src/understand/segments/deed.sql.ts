import { readAmount } from '@throughline/core/collect/amount';
import type { DeedClause, EdgeClause, SumClause } from '@throughline/core/understand/segments/clause';
import type { InteractionFilter } from '@throughline/core/understand/segments/interaction-filter';
import { largestAddend, sinceBounds } from '@throughline/core/understand/segments/judge-deed';
import { halfDayMs } from '@throughline/core/understand/segments/placed-interaction';
import type { Bounds } from '@throughline/core/understand/segments/window-bounds';
import type { BoundValues } from './bound-values.js';
import type { FilterNames } from './filter-names.js';
import { amountSql } from './interaction-filter.sql.js';
import { numberTestSql } from './number-test.sql.js';
import { propertySql } from './property-test.sql.js';
import type { SegmentCodes } from './segment-codes.js';
import { sequenceSql } from './sequence.sql.js';

/** What the text of a deed is written with. */
export interface DeedWriting {
  readonly codes: SegmentCodes;
  readonly values: BoundValues;
  readonly filters: FilterNames;
  readonly momentMs: number;
}

/** Where an interaction stands in time, ms: what is known by its day alone, in the middle of it. */
export const placedSql = `(toUnixTimestamp64Milli(ts) + if(precision = 2, ${halfDayMs}, 0))`;

/** `judgeDeed` as a condition over the rows of one person: one aggregate expression, 0 or 1. `bounds` of the clause's window. */
export function deedSql(clause: DeedClause, bounds: Bounds, writing: DeedWriting): string {
  const { values, filters } = writing;
  const meant = (filter: InteractionFilter): string => filters.nameOf(filter);
  switch (clause.type) {
    case 'did': {
      const times = `countIf(${meant(clause.what)} and ${withinSql(bounds, placedSql)})`;
      return numberTestSql(clause.times ?? { is: 'at-least', number: 1 }, times, (bound) =>
        values.bind(bound, 'Float64'),
      );
    }
    case 'sum':
      return sumSql(clause, `${meant(clause.what)} and ${withinSql(bounds, placedSql)}`, writing);
    case 'first':
    case 'last':
      return edgeSql(clause.type, clause, bounds, meant);
    case 'since':
      return edgeSql(clause.which, { what: clause.what }, sinceBounds(clause, writing.momentMs), meant);
    case 'sequence':
      return sequenceSql(clause.steps, meant, withinSql(bounds, placedSql), placedSql);
  }
}

function withinSql({ from, to }: Bounds, at: string): string {
  const parts = [
    ...(from === null ? [] : [`${at} >= ${Math.trunc(from)}`]),
    ...(to === null ? [] : [`${at} < ${Math.trunc(to)}`]),
  ];
  return parts.length === 0 ? '1' : parts.join(' and ');
}

function sumSql({ of, test }: SumClause, meant: string, { codes, values }: DeedWriting): string {
  if (of.type === 'value') {
    const currency = codes.codeOf('currency', of.currency) ?? -1;
    const sum = `ifNull(sumIf(value, ${meant} and currency = ${Math.trunc(currency)}), 0)`;
    return numberTestSql(test, sum, (bound) => amountSql(bound, values));
  }
  const { isNumber, number } = propertySql(of.path, values);
  const micros = `toInt128(if(abs(${number}) < ${largestAddend}, floor(${number} * 1000000 + 0.5), 0))`;
  return numberTestSql(test, `sumIf(${micros}, ${meant} and ${isNumber})`, (bound) =>
    values.bind(String(readAmount(bound) ?? 0n), 'Int128'),
  );
}

/** Whether there is a first or last, fitting and within bounds; of several at one time the message decides. */
function edgeSql(
  which: 'first' | 'last',
  { what, was }: Pick<EdgeClause, 'what' | 'was'>,
  bounds: Bounds,
  meant: (filter: InteractionFilter) => string,
): string {
  const aggregate = which === 'first' ? 'minIf' : 'maxIf';
  const isThere = `countIf(${meant(what)}) > 0`;
  if (was === undefined) return `(${isThere} and ${withinSql(bounds, `${aggregate}(${placedSql}, ${meant(what)})`)})`;
  const edge = `${aggregate}((${placedSql}, UUIDToNum(message), toUInt8(${meant(was)})), ${meant(what)})`;
  const within = withinSql(bounds, `${edge}.1`);
  return `(${isThere} and ${edge}.3 = 1 and ${within})`;
}
