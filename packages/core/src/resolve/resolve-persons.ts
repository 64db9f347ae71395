import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';
import { type CutNode, rawComponents } from './raw-components.js';
import type { RefusedJoin } from './refused-join.js';
import { type ResolvedPerson, resolveComponent } from './resolve-component.js';

export interface ResolvedPersons<R extends MatchRecord = MatchRecord> {
  /** Every node is in exactly one person; one that was cut is alone in it. By anchor. */
  readonly persons: readonly ResolvedPerson[];
  readonly refused: readonly RefusedJoin<R>[];
  readonly cut: readonly CutNode[];
}

/**
 * Persons of any set that is complete: with each node every record that names it, and every node that such a record joins (a blocked one joins
 * nothing).
 */
export function resolvePersons<R extends MatchRecord>(
  given: { readonly nodes: readonly NodeRef[]; readonly records: readonly R[] },
  rules: JoinRules,
): ResolvedPersons<R> {
  const { components, cut, suspended } = rawComponents(given, rules);
  const resolved = components.map((component) => resolveComponent(component, rules));
  const persons = [...resolved.flatMap((one) => one.persons), ...cut.map(({ node }) => ({ nodes: [node] }))];
  return {
    persons: persons.sort((a, b) => (a.nodes[0]?.node ?? 0) - (b.nodes[0]?.node ?? 0)),
    refused: [...resolved.flatMap((one) => one.refused), ...suspended],
    cut,
  };
}
