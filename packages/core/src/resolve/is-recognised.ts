import type { JoinRules } from './join-rules.js';
import type { NodeRef } from './node-ref.js';
import type { TraitClaim } from './trait-claim.js';

/**
 * Whether a person is a customer, else an unrecognised visitor: has a durable identifier, or a name that a system of record gave.
 * Nodes that were cut (`isCut`) make nobody a customer: a shared mailbox is no person.
 */
export function isRecognised(
  person: {
    readonly nodes: readonly NodeRef[];
    readonly claims: readonly TraitClaim[];
    readonly isCut: (node: NodeRef) => boolean;
  },
  rules: JoinRules,
): boolean {
  const joining = person.nodes.filter((node) => !person.isCut(node));
  if (joining.some((node) => rules.isDurable(node))) return true;
  const numbers = new Set(joining.map(({ node }) => node));
  const { systemOfRecordFromTrust } = rules.ruleSet;
  return person.claims.some(
    ({ node, trait, trust, value }) =>
      trust >= systemOfRecordFromTrust &&
      numbers.has(node) &&
      nameTraits.has(trait) &&
      typeof value === 'string' &&
      value.trim() !== '',
  );
}

const nameTraits: ReadonlySet<string> = new Set(['name', 'firstName', 'first_name', 'lastName', 'last_name']);
