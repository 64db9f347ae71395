import { amountText, readAmount } from '@throughline/core/collect/amount';
import { directions, outcomes } from '@throughline/core/collect/interaction';
import type { InteractionFilter } from '@throughline/core/understand/segments/interaction-filter';
import { keyIn } from '../kinds/kind-key.sql.js';
import type { BoundValues } from './bound-values.js';
import { numberTestSql } from './number-test.sql.js';
import { propertyTestSql } from './property-test.sql.js';
import type { FilterWord, SegmentCodes } from './segment-codes.js';

const words = {
  names: 'name',
  channels: 'channel',
  touchpoints: 'touchpoint',
  locations: 'location',
  reasons: 'reason',
  currencies: 'currency',
} as const satisfies Readonly<Partial<Record<keyof InteractionFilter, FilterWord>>>;

/** `matchesFilter` as a condition over a row of interactions. */
export function interactionFilterSql(filter: InteractionFilter, codes: SegmentCodes, values: BoundValues): string {
  const parts = (Object.keys(words) as (keyof typeof words)[]).flatMap((list) => {
    const wanted = filter[list];
    return wanted === undefined ? [] : [isOneOf(words[list], codes.codesOf(words[list], wanted))];
  });
  if (filter.sources !== undefined) parts.push(isOneOf('source', codes.sourcesOf(filter.sources)));
  if (filter.kinds !== undefined) parts.push(`(${keyIn(codes.keysOfKinds(filter.kinds))})`);
  if (filter.directions !== undefined) parts.push(isOneOf('direction', places(filter.directions, directions)));
  if (filter.outcomes !== undefined) parts.push(isOneOf('outcome', places(filter.outcomes, outcomes)));
  if (filter.value !== undefined)
    parts.push(`ifNull(${numberTestSql(filter.value, 'value', (bound) => amountSql(bound, values))}, 0)`);
  for (const { path, test } of filter.properties ?? []) parts.push(propertyTestSql(path, test, values));
  return parts.length === 0 ? '1' : `(${parts.join(' and ')})`;
}

/** An amount as the engine adds and compares it. */
export function amountSql(amount: number, values: BoundValues): string {
  return values.bind(amountText(readAmount(amount) ?? 0n), 'Decimal(38, 6)');
}

/** How the engine numbers them. */
const places = <T>(wanted: readonly T[], all: readonly T[]): number[] => wanted.map((one) => all.indexOf(one) + 1);

function isOneOf(column: string, codes: readonly number[]): string {
  return codes.length === 0 ? '0' : `${column} in (${codes.map(Math.trunc).join(', ')})`;
}
