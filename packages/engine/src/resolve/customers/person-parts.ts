import type { ResolvedPerson } from '@throughline/core/resolve/resolve-component';
import type { ClientBase } from 'pg';
import type { IdentityFrame } from './identity-frame.js';
import { interactionsOfNodes } from './person.sql.js';

/** A person as a preview shows it. */
export interface PersonPart {
  /** Strongest first. */
  readonly identifiers: readonly { readonly namespace: string; readonly value: string }[];
  readonly interactions: number;
}

/** Persons with the interactions that are recorded under their identifiers. */
export async function personParts(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  persons: readonly ResolvedPerson[],
): Promise<readonly PersonPart[]> {
  const numbers = persons.flatMap(({ nodes }) => nodes.map(({ node }) => node));
  const counts = await interactionsOfNodes(client, workspace, numbers);
  return persons.map(({ nodes }) => ({
    identifiers: [...nodes].sort(frame.rules.compareStrength).map(({ namespace, value }) => ({ namespace, value })),
    interactions: nodes.reduce((sum, { node }) => sum + (counts.get(node) ?? 0), 0),
  }));
}
