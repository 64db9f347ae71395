import { compareIdentifiers } from './compare-identifiers.js';
import type { MatchStar } from './match-star.js';
import type { NodeRef } from './node-ref.js';

/** Counts different edges and finds the node with the most different neighbours; of several, the first by namespace and value. */
export function mostConnected(stars: readonly MatchStar[]): {
  readonly edges: number;
  readonly node: NodeRef | undefined;
} {
  const nodes = new Map<number, NodeRef>();
  const neighbours = new Map<number, Set<number>>();
  const link = (from: NodeRef, to: NodeRef): void => {
    nodes.set(from.node, from);
    const known = neighbours.get(from.node);
    if (known === undefined) neighbours.set(from.node, new Set([to.node]));
    else known.add(to.node);
  };
  for (const { centre, others } of stars) {
    for (const other of others) {
      link(centre, other);
      link(other, centre);
    }
  }
  let ends = 0;
  let most = 0;
  let best: NodeRef | undefined;
  for (const [number, known] of neighbours) {
    ends += known.size;
    const node = nodes.get(number);
    if (node === undefined || known.size < most) continue;
    if (known.size > most || best === undefined || compareIdentifiers(node, best) < 0) best = node;
    most = known.size;
  }
  return { edges: ends / 2, node: best };
}
