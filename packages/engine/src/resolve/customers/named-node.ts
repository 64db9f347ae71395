import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Identifier } from '@throughline/core/resolve/identifier';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import { normaliseIdentifier } from '@throughline/core/resolve/normalise-identifier';
import type { ClientBase } from 'pg';
import { findNodes } from '../batch/identity.sql.js';
import type { IdentityFrame } from './identity-frame.js';

/** The stored identifier that somebody names. Error: `customers.identifier-unknown`. */
export async function namedNode(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  given: Identifier,
): Promise<NodeRef> {
  const normalised = normaliseIdentifier(given, { defaultCountry: frame.country });
  const { namespace, value } = normalised.type === 'identifier' ? normalised.identifier : given;
  const code = [...frame.namespaces].find(([, name]) => name === namespace)?.[0];
  const [found] = code === undefined ? [] : await findNodes(client, workspace, [code], [value]);
  if (found === undefined) {
    throw new ThroughlineError('customers.identifier-unknown', `nobody is known by this ${namespace}`);
  }
  return { node: found.node, namespace, value };
}
