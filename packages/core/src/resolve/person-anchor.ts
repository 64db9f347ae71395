import type { NodeRef } from './node-ref.js';

/** The node whose public id is the person's: the one with the lowest number. Every id ever issued names a node, so it answers for ever. */
export function personAnchor(nodes: readonly NodeRef[]): NodeRef | undefined {
  let anchor: NodeRef | undefined;
  for (const node of nodes) if (anchor === undefined || node.node < anchor.node) anchor = node;
  return anchor;
}
