import { readAmount } from '../../collect/amount.js';
import type { JsonValue } from '../../resolve/json-value.js';
import { complaintCases, interactionKind } from '../interaction-kind.js';
import { foldText } from './fold-text.js';
import type { InteractionFilter } from './interaction-filter.js';
import { numberHolds } from './number-test.js';
import type { HistoryInteraction } from './person-history.js';
import { propertyAt, readProperties } from './read-properties.js';
import { valueHolds } from './value-test.js';

/** Whether an interaction is one of those meant. */
export function matchesFilter(one: HistoryInteraction, filter: InteractionFilter): boolean {
  return (
    isWord(filter.names, one.name) &&
    isWord(filter.channels, one.channel) &&
    isWord(filter.touchpoints, one.touchpoint) &&
    isWord(filter.locations, one.location) &&
    isWord(filter.reasons, one.reason) &&
    isWord(filter.currencies, one.currency) &&
    isOneOf(filter.sources, one.source) &&
    isOneOf(filter.directions, one.direction) &&
    isOneOf(filter.outcomes, one.outcome) &&
    (filter.kinds === undefined || filter.kinds.includes(kindOf(one))) &&
    (filter.value === undefined || valueFits(one, filter.value)) &&
    (filter.properties === undefined || propertiesFit(readProperties(one.properties), filter.properties))
  );
}

function kindOf({ name, channel, direction, aboutKind }: HistoryInteraction) {
  const about = aboutKind?.toLowerCase();
  return interactionKind({ name, channel, direction, aboutComplaint: complaintCases.some((kind) => kind === about) });
}

function valueFits({ value }: HistoryInteraction, test: NonNullable<InteractionFilter['value']>): boolean {
  const micros = readAmount(value);
  return micros !== undefined && numberHolds(test, (bound) => Number(micros - (readAmount(bound) ?? 0n)));
}

function propertiesFit(properties: JsonValue, tests: NonNullable<InteractionFilter['properties']>): boolean {
  return tests.every(({ path, test }) => valueHolds(test, propertyAt(properties, path)));
}

function isWord(wanted: readonly string[] | undefined, word: string | undefined): boolean {
  if (wanted === undefined) return true;
  return word !== undefined && wanted.some((one) => foldText(one) === foldText(word));
}

function isOneOf<T>(wanted: readonly T[] | undefined, found: T | undefined): boolean {
  return wanted === undefined || (found !== undefined && wanted.includes(found));
}
