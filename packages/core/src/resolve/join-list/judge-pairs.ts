import type { JoinRules } from '../join-rules.js';
import type { MatchRecord } from '../match-record.js';
import type { NodeRef } from '../node-ref.js';
import type { RefusalReason } from '../refused-join.js';
import { resolvePersons } from '../resolve-persons.js';

/** What would become of one pair. */
export type PairVerdict =
  | { readonly type: 'joins' }
  | { readonly type: 'already-one' }
  /** One of the two is not known; or both. */
  | { readonly type: 'unknown'; readonly which: 'a' | 'b' | 'both' }
  /** The rules keep one of the two from joining anything. */
  | { readonly type: 'blocked' }
  | { readonly type: 'refused'; readonly reason: RefusalReason };

export interface KnownPair {
  readonly a: NodeRef | undefined;
  readonly b: NodeRef | undefined;
}

export interface JudgedPairs {
  readonly verdicts: readonly PairVerdict[];
  /** Whom it concerns: how many persons they are now, and how many all their identifiers would be. */
  readonly personsBefore: number;
  readonly personsAfter: number;
  /** Parts of them that a rule would take off, because what is decided outranks what held them. */
  readonly takenOff: number;
}

/**
 * What would become of a list of pairs if all were decided in its order at `at`. `nodes` and `records` must be all that hangs together with any of
 * them; what an earlier pair of the list joins counts for the later ones.
 */
export function judgePairs(
  pairs: readonly KnownPair[],
  given: { readonly nodes: readonly NodeRef[]; readonly records: readonly MatchRecord[] },
  rules: JoinRules,
  at: number,
): JudgedPairs {
  const before = personOf(given, [], rules);
  const proposed = new Map<number, MatchRecord>();
  const verdicts = pairs.map(({ a, b }, place): PairVerdict | undefined => {
    if (a === undefined || b === undefined)
      return { type: 'unknown', which: a !== undefined ? 'b' : b !== undefined ? 'a' : 'both' };
    if (rules.isBlocked(a) || rules.isBlocked(b)) return { type: 'blocked' };
    if (before.get(a.node) === before.get(b.node)) return { type: 'already-one' };
    proposed.set(place, {
      key: `proposed ${String(place).padStart(9, '0')}`,
      source: 0,
      kind: 'same',
      strength: 'decision',
      firstOccurredAt: at + place,
      nodes: [a, b],
    });
    return undefined;
  });
  const records = [...proposed.values()];
  const { refused } = resolvePersons({ nodes: given.nodes, records: [...given.records, ...records] }, rules);
  const reasonOf = new Map(refused.map(({ record, reason }) => [record, reason]));
  const kept = records.filter((record) => !reasonOf.has(record));
  const after = personOf(given, kept, rules);
  const named = new Set(kept.flatMap(({ nodes }) => nodes.map(({ node }) => before.get(node) ?? node)));
  const concerned = [...before].flatMap(([node, person]) => (named.has(person) ? [node] : []));
  const pieces = new Set(concerned.map((node) => `${before.get(node) ?? node} ${after.get(node) ?? node}`));
  return {
    verdicts: verdicts.map((verdict, place): PairVerdict => {
      if (verdict !== undefined) return verdict;
      const record = proposed.get(place);
      const reason = record === undefined ? undefined : reasonOf.get(record);
      return reason === undefined ? { type: 'joins' } : { type: 'refused', reason };
    }),
    personsBefore: named.size,
    personsAfter: new Set(concerned.map((node) => after.get(node) ?? node)).size,
    takenOff: pieces.size - named.size,
  };
}

function personOf(
  given: { readonly nodes: readonly NodeRef[]; readonly records: readonly MatchRecord[] },
  more: readonly MatchRecord[],
  rules: JoinRules,
): ReadonlyMap<number, number> {
  const { persons } = resolvePersons({ nodes: given.nodes, records: [...given.records, ...more] }, rules);
  return new Map(persons.flatMap(({ nodes }) => nodes.map(({ node }) => [node, nodes[0]?.node ?? node] as const)));
}
