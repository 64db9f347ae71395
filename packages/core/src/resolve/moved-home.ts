import { homeNode } from './home-node.js';
import type { Identifier } from './identifier.js';
import type { JoinRules } from './join-rules.js';

/** Where a message that names these identifiers is recorded under two rule sets, if that is not the same. */
export function movedHome<I extends Identifier>(
  named: readonly I[],
  before: JoinRules,
  after: JoinRules,
): { readonly from: I; readonly to: I } | undefined {
  const from = homeNode(named, before.isBlocked, before);
  const to = homeNode(named, after.isBlocked, after);
  if (from === undefined || to === undefined) return undefined;
  return from.namespace === to.namespace && from.value === to.value ? undefined : { from, to };
}
