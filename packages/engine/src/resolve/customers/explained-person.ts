import { explainPerson, type PersonExplanation } from '@throughline/core/resolve/explain-person';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import { resolvePersons } from '@throughline/core/resolve/resolve-persons';
import type { Wording } from '@throughline/core/resolve/wording';
import type { IdentityFrame } from './identity-frame.js';
import type { LoadedComponent, StoredRecord } from './load-component.js';

export interface ExplainedPerson extends PersonExplanation<StoredRecord> {
  /** The person's own, strongest first. */
  readonly nodes: readonly NodeRef[];
  /** Those that name any of them. */
  readonly records: readonly StoredRecord[];
}

/** Resolves the component as the worker does, and explains the person who holds the node. */
export function explainedPerson(
  component: LoadedComponent,
  person: number,
  frame: IdentityFrame,
  wording: Wording,
): ExplainedPerson {
  const { rules } = frame;
  const { persons, refused } = resolvePersons(component, rules);
  const anchorOf = new Map(
    persons.flatMap(({ nodes }) => nodes.map(({ node }) => [node, nodes[0]?.node ?? node] as const)),
  );
  const own = persons.find(({ nodes }) => nodes.some(({ node }) => node === person))?.nodes ?? [];
  const numbers = new Set(own.map(({ node }) => node));
  const touches = ({ node }: NodeRef): boolean => numbers.has(node);
  const nodes = [...own].sort(rules.compareStrength);
  const records = component.records.filter((record) => record.nodes.some(touches));
  const explanation = explainPerson(
    {
      nodes,
      records,
      refused: refused.filter(({ a, b }) => touches(a) || touches(b)),
      personOf: (node) => anchorOf.get(node) ?? node,
    },
    rules,
    wording,
  );
  return { ...explanation, nodes, records };
}
