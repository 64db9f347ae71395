import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';
import { personAnchor } from './person-anchor.js';
import type { ResolvedPerson } from './resolve-component.js';
import { resolvePersons } from './resolve-persons.js';

export type ProposedSplit =
  | { readonly type: 'different'; readonly a: NodeRef; readonly b: NodeRef }
  | { readonly type: 'remove'; readonly isRemoved: (record: MatchRecord) => boolean };

export interface SplitPreview {
  readonly before: readonly ResolvedPerson[];
  readonly after: readonly ResolvedPerson[];
  /** Nodes that would belong to another person than now, together by where they leave and where they go (both by anchor). */
  readonly moves: readonly { readonly from: NodeRef; readonly to: NodeRef; readonly nodes: readonly NodeRef[] }[];
}

/**
 * What a split would change, before anybody decides. It is computed as the real thing is, so it is what will happen if nothing arrives
 * meanwhile. `nodes` and `records` must be all that hangs together with the person, refused joins too: a split can make room for one.
 */
export function splitPreview(
  given: { readonly nodes: readonly NodeRef[]; readonly records: readonly MatchRecord[] },
  proposed: ProposedSplit,
  rules: JoinRules,
): SplitPreview {
  const before = resolvePersons(given, rules).persons;
  const after = resolvePersons({ nodes: given.nodes, records: recordsAfter(given.records, proposed) }, rules).persons;
  return { before, after, moves: movesBetween(before, after) };
}

function recordsAfter(records: readonly MatchRecord[], proposed: ProposedSplit): readonly MatchRecord[] {
  if (proposed.type === 'remove') return records.filter((record) => !proposed.isRemoved(record));
  const decision: MatchRecord = {
    key: 'proposed',
    source: 0,
    kind: 'different',
    strength: 'decision',
    firstOccurredAt: 0,
    nodes: [proposed.a, proposed.b],
  };
  return [...records, decision];
}

function movesBetween(before: readonly ResolvedPerson[], after: readonly ResolvedPerson[]): SplitPreview['moves'] {
  const anchorBefore = new Map<number, NodeRef>();
  for (const { nodes } of before) {
    const anchor = personAnchor(nodes);
    if (anchor !== undefined) for (const { node } of nodes) anchorBefore.set(node, anchor);
  }
  const moves = new Map<string, { readonly from: NodeRef; readonly to: NodeRef; readonly nodes: NodeRef[] }>();
  for (const { nodes } of after) {
    const to = personAnchor(nodes);
    if (to === undefined) continue;
    for (const node of nodes) {
      const from = anchorBefore.get(node.node);
      if (from === undefined || from.node === to.node) continue;
      const key = `${from.node} ${to.node}`;
      const move = moves.get(key);
      if (move === undefined) moves.set(key, { from, to, nodes: [node] });
      else move.nodes.push(node);
    }
  }
  return [...moves.values()];
}
