import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';
import type { RefusedJoin } from './refused-join.js';

/**
 * What records of an uncut component would join if its hubs were none: each hub a record names (`b`) with the strongest identifier of it
 * that is no hub, else with its strongest hub.
 */
export function suspendedJoins<R extends MatchRecord>(
  whole: { readonly nodes: readonly NodeRef[]; readonly records: readonly R[] },
  hubs: readonly NodeRef[],
  rules: JoinRules,
): readonly RefusedJoin<R>[] {
  const present = new Set(whole.nodes.map(({ node }) => node));
  const isHub = new Set(hubs.map(({ node }) => node));
  return whole.records.flatMap((record) => {
    if (record.kind === 'different' || !record.nodes.some(({ node }) => isHub.has(node))) return [];
    const named = record.nodes.filter(({ node }) => present.has(node)).sort(rules.compareStrength);
    const a = named.find(({ node }) => !isHub.has(node)) ?? named[0];
    if (a === undefined) return [];
    return [...new Map(named.map((node) => [node.node, node])).values()]
      .filter(({ node }) => isHub.has(node) && node !== a.node)
      .map((b): RefusedJoin<R> => ({ record, a, b, reason: { type: 'hub' } }));
  });
}
