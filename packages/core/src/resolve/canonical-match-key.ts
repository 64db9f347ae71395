import { compareIdentifiers } from './compare-identifiers.js';
import type { Identifier } from './identifier.js';
import type { MatchKind, MatchStrength } from './match-record.js';

/**
 * The text whose SHA-256 is a match record's key. It does not depend on the order in which identifiers are named, nor on node numbers.
 * `decision` tells two decisions about the same identifiers apart.
 */
export function canonicalMatchKey(record: {
  readonly source: number;
  readonly kind: MatchKind;
  readonly strength: MatchStrength;
  readonly identifiers: readonly Identifier[];
  readonly decision?: string | undefined;
}): string {
  const named = [...record.identifiers].sort(compareIdentifiers).map(({ namespace, value }) => [namespace, value]);
  const distinct = named.filter((pair, at) => at === 0 || pair.join('\n') !== named[at - 1]?.join('\n'));
  return JSON.stringify([record.source, record.kind, record.strength, record.decision ?? '', distinct]);
}
