import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Identifier } from '@throughline/core/resolve/identifier';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import type { ClientBase } from 'pg';
import type { IdentityFrame } from './identity-frame.js';
import { type LoadedComponent, loadComponent } from './load-component.js';
import { namedNode } from './named-node.js';
import type { FoundPerson } from './person.sql.js';

/** Two identifiers of one person that are said to be different people, with all that hangs together with them. */
export interface SplitProposal {
  readonly a: NodeRef;
  readonly b: NodeRef;
  readonly component: LoadedComponent;
}

/** Errors: `customers.identifier-unknown`, `customers.not-one-person`. */
export async function readSplitProposal(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  { person }: FoundPerson,
  pair: { readonly a: Identifier; readonly b: Identifier },
): Promise<SplitProposal> {
  const a = await namedNode(client, workspace, frame, pair.a);
  const b = await namedNode(client, workspace, frame, pair.b);
  const component = await loadComponent(client, workspace, frame, [person]);
  const { personOf } = component;
  if (a.node === b.node || personOf.get(a.node) !== person || personOf.get(b.node) !== person) {
    throw new ThroughlineError(
      'customers.not-one-person',
      'name two different identifiers that both belong to this person; load the person again to see which do',
    );
  }
  return { a, b, component };
}
