import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';

/** What a record joins: each of `others` with `centre`, in an order that arrival cannot change. */
export interface MatchStar {
  readonly centre: NodeRef;
  readonly others: readonly NodeRef[];
}

/** Derived after cutting, so that a rule which is taken back leaves no trace. `undefined` if nothing of the record may join. */
export function matchStar(
  record: MatchRecord,
  mayJoin: (node: NodeRef) => boolean,
  rules: JoinRules,
): MatchStar | undefined {
  const present = record.nodes.filter(mayJoin).sort(rules.compareStrength);
  const [centre, ...rest] = present;
  if (centre === undefined) return undefined;
  return { centre, others: rest.filter((node, at) => node.node !== (at === 0 ? centre : rest[at - 1])?.node) };
}
