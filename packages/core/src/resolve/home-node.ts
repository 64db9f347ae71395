import type { Identifier } from './identifier.js';
import type { JoinRules } from './join-rules.js';

/**
 * The node a message is recorded under: the strongest identifier it names that may join, else the strongest of all, which then stands alone.
 * `undefined` only if it names none.
 */
export function homeNode<I extends Identifier>(
  nodes: readonly I[],
  isCut: (node: I) => boolean,
  rules: JoinRules,
): I | undefined {
  return strongest(nodes, isCut, rules) ?? strongest(nodes, () => false, rules);
}

function strongest<I extends Identifier>(nodes: readonly I[], isLeftOut: (node: I) => boolean, rules: JoinRules) {
  let best: I | undefined;
  for (const node of nodes) {
    if (!isLeftOut(node) && (best === undefined || rules.compareStrength(node, best) < 0)) best = node;
  }
  return best;
}
