import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';
import type { ResolvedPerson } from './resolve-component.js';
import { resolvePersons } from './resolve-persons.js';

/** Those whom a decision would change: who they are now, and who they would be. */
export interface JoinPreview {
  readonly before: readonly ResolvedPerson[];
  readonly after: readonly ResolvedPerson[];
}

/**
 * What saying that two identifiers are one person would change, computed as the real thing is. `nodes` and `records` must be all that hangs
 * together with either; `at` is when it would be decided.
 */
export function joinPreview(
  given: { readonly nodes: readonly NodeRef[]; readonly records: readonly MatchRecord[] },
  { a, b, at }: { readonly a: NodeRef; readonly b: NodeRef; readonly at: number },
  rules: JoinRules,
): JoinPreview {
  const nodes = [a, b];
  const decision: MatchRecord = {
    key: 'proposed',
    source: 0,
    kind: 'same',
    strength: 'decision',
    firstOccurredAt: at,
    nodes,
  };
  const before = resolvePersons(given, rules).persons;
  const after = resolvePersons({ nodes: given.nodes, records: [...given.records, decision] }, rules).persons;
  const [was, is] = [new Set(before.map(membersOf)), new Set(after.map(membersOf))];
  return {
    before: before.filter((person) => !is.has(membersOf(person))),
    after: after.filter((person) => !was.has(membersOf(person))),
  };
}

function membersOf({ nodes }: ResolvedPerson): string {
  return nodes
    .map(({ node }) => node)
    .sort((a, b) => a - b)
    .join(' ');
}
