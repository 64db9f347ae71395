import type { JoinRules } from './join-rules.js';
import type { NodeRef } from './node-ref.js';

/**
 * The node a message is recorded under: the strongest identifier it names that may join, else the strongest of all, which then stands alone.
 * `undefined` only if it names none.
 */
export function homeNode(
  nodes: readonly NodeRef[],
  isCut: (node: NodeRef) => boolean,
  rules: JoinRules,
): NodeRef | undefined {
  return strongest(nodes, isCut, rules) ?? strongest(nodes, () => false, rules);
}

function strongest(nodes: readonly NodeRef[], isLeftOut: (node: NodeRef) => boolean, rules: JoinRules) {
  let best: NodeRef | undefined;
  for (const node of nodes) {
    if (!isLeftOut(node) && (best === undefined || rules.compareStrength(node, best) < 0)) best = node;
  }
  return best;
}
