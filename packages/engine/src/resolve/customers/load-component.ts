import type { MatchRecord } from '@throughline/core/resolve/match-record';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import type { ClientBase } from 'pg';
import { matchKindOf, matchStrengthOf } from '../batch/codes.js';
import { nodesByNumber, nodesOfComponents, type StoredNode } from '../batch/identity.sql.js';
import { componentsOfNodes, decisionsNaming, matchesOfHomes, type StoredMatchRow } from './component.sql.js';
import type { IdentityFrame } from './identity-frame.js';

/** A match as it is stored, for explaining and taking back. */
export interface StoredRecord extends MatchRecord {
  readonly id: string;
  readonly decidedBy: string | null;
}

/** All that hangs together with some nodes, by joins held or refused: what `resolvePersons` asks for. */
export interface LoadedComponent {
  readonly nodes: readonly NodeRef[];
  readonly records: readonly StoredRecord[];
  /** The person each of the nodes stands in now. */
  readonly personOf: ReadonlyMap<number, number>;
}

/** Reads the raw components of these nodes whole, with every decision that names one of their nodes. */
export async function loadComponent(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  start: readonly number[],
): Promise<LoadedComponent> {
  const members = new Map<number, NodeRef>();
  const known = new Map<number, NodeRef>();
  const personOf = new Map<number, number>();
  const rows = new Map<number, StoredMatchRow>();
  const ref = ({ node, namespace, value }: StoredNode): NodeRef => {
    const named = { node, namespace: frame.namespaces.get(namespace) ?? String(namespace), value };
    known.set(node, named);
    return named;
  };

  let labels = await componentsOfNodes(client, workspace, start);
  while (labels.length > 0) {
    const arrived = (await nodesOfComponents(client, workspace, labels)).filter(({ node }) => !members.has(node));
    for (const row of arrived) {
      members.set(row.node, ref(row));
      personOf.set(row.node, row.person);
    }
    const numbers = arrived.map(({ node }) => node);
    for (const row of await matchesOfHomes(client, workspace, numbers)) rows.set(row.match, row);
    for (const row of await decisionsNaming(client, workspace, numbers)) rows.set(row.match, row);
    const strangers = [...new Set([...rows.values()].flatMap(({ nodes }) => nodes))].filter((node) => !known.has(node));
    const named = strangers.length === 0 ? [] : await nodesByNumber(client, workspace, strangers);
    const joins = new Set([...rows.values()].filter(({ kind }) => kind !== different).flatMap(({ nodes }) => nodes));
    labels = [
      ...new Set(
        named
          .filter((row) => !frame.rules.isBlocked(ref(row)) && joins.has(row.node))
          .map(({ component }) => component),
      ),
    ];
  }
  return { nodes: [...members.values()], records: [...rows.values()].map((row) => record(row, known)), personOf };
}

const different = 4;

function record(row: StoredMatchRow, known: ReadonlyMap<number, NodeRef>): StoredRecord {
  return {
    id: row.id,
    key: row.key,
    source: row.source,
    kind: matchKindOf(row.kind),
    strength: matchStrengthOf(row.strength),
    firstOccurredAt: row.firstAtMs,
    nodes: row.nodes.flatMap((node) => known.get(node) ?? []),
    decidedBy: row.decidedBy,
  };
}
