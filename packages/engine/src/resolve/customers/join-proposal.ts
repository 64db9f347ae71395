import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Identifier } from '@throughline/core/resolve/identifier';
import { identifierInWords } from '@throughline/core/resolve/identifier-in-words';
import type { MatchRecord } from '@throughline/core/resolve/match-record';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import { refusalInWords } from '@throughline/core/resolve/refusal-in-words';
import { resolvePersons } from '@throughline/core/resolve/resolve-persons';
import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import type { IdentityFrame } from './identity-frame.js';
import { type LoadedComponent, loadComponent, type StoredRecord } from './load-component.js';
import { namedNode } from './named-node.js';

/** Two identifiers of different persons that are said to be one, with all that hangs together with them. */
export interface JoinProposal {
  readonly a: NodeRef;
  readonly b: NodeRef;
  readonly component: LoadedComponent;
}

/**
 * Errors: `customers.identifier-unknown`, `customers.already-one`, `customers.identifier-blocked`, and `customers.kept-apart` if the join would
 * be refused: nothing is decided then, rather than a decision kept that does nothing.
 */
export async function readJoinProposal(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  pair: { readonly a: Identifier; readonly b: Identifier },
  nowMs: number,
  words: Words,
): Promise<JoinProposal> {
  const a = await namedNode(client, workspace, frame, pair.a);
  const b = await namedNode(client, workspace, frame, pair.b);
  for (const node of [a, b]) {
    if (!frame.rules.isBlocked(node)) continue;
    const thing = identifierInWords(node.namespace, words);
    throw new ThroughlineError('customers.identifier-blocked', `the rules keep this ${thing} from joining anything`);
  }
  const component = await loadComponent(client, workspace, frame, [a.node, b.node]);
  if (component.personOf.get(a.node) === component.personOf.get(b.node)) {
    throw new ThroughlineError('customers.already-one', 'the two identifiers belong to one person already');
  }
  refuseKeptApart(component, proposed(a, b, nowMs), frame, words);
  return { a, b, component };
}

/** Newer than every other decision, so it is taken after them, as the real one will be. */
function proposed(a: NodeRef, b: NodeRef, nowMs: number): MatchRecord {
  return { key: 'proposed', source: 0, kind: 'same', strength: 'decision', firstOccurredAt: nowMs, nodes: [a, b] };
}

function refuseKeptApart(component: LoadedComponent, record: MatchRecord, frame: IdentityFrame, words: Words): void {
  const records: readonly MatchRecord[] = [...component.records, record];
  const refusal = resolvePersons({ nodes: component.nodes, records }, frame.rules).refused.find(
    (one) => one.record === record,
  );
  if (refusal === undefined) return;
  const { reason } = refusal;
  const decision =
    reason.type === 'different'
      ? component.records.find((known: StoredRecord) => known === reason.decision)?.id
      : undefined;
  throw new ThroughlineError(
    'customers.kept-apart',
    words.say('resolve.join.kept-apart', {
      because: refusalInWords(reason, { sourceName: frame.sourceName, words }),
    }),
    decision === undefined ? {} : { details: { decision } },
  );
}
