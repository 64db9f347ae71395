import { DisjointSet } from './disjoint-set.js';
import type { MatchRecord } from './match-record.js';

/**
 * Groups nodes that were *declared* to be one account: two of one namespace in an alias call with a server key, or in a decision "same".
 * Limits count accounts, else a renamed account or a known double one could never be joined.
 */
export function accountOf(
  indexOf: ReadonlyMap<number, number>,
  records: readonly MatchRecord[],
): (at: number) => number {
  let accounts: DisjointSet | undefined;
  for (const record of records) {
    if (record.strength === 'weak' || (record.kind !== 'alias' && record.kind !== 'same')) continue;
    const firstOf = new Map<string, number>();
    for (const { node, namespace } of record.nodes) {
      const at = indexOf.get(node);
      if (at === undefined) continue;
      const first = firstOf.get(namespace);
      if (first === undefined) {
        firstOf.set(namespace, at);
        continue;
      }
      accounts ??= new DisjointSet(indexOf.size);
      const [a, b] = [accounts.find(first), accounts.find(at)];
      if (a !== b) accounts.uniteRoots(a, b);
    }
  }
  const declared = accounts;
  return declared === undefined ? (at) => at : (at) => declared.find(at);
}
