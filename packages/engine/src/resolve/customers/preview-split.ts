import type { NodeRef } from '@throughline/core/resolve/node-ref';
import type { ResolvedPerson } from '@throughline/core/resolve/resolve-component';
import { splitPreview } from '@throughline/core/resolve/split-preview';
import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import type { IdentityFrame } from './identity-frame.js';
import { interactionsOfNodes } from './person.sql.js';
import { type PersonPart, personParts } from './person-parts.js';
import type { SplitProposal } from './split-proposal.js';

export interface PreviewedSplit {
  /** Everybody whom the split would change; the person it is about comes first. */
  readonly before: readonly PersonPart[];
  readonly after: readonly PersonPart[];
  readonly sentence: string;
}

/** Computes the split as the worker would, and says what would move. */
export async function previewSplit(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  { a, b, component }: SplitProposal,
  words: Words,
): Promise<PreviewedSplit> {
  const preview = splitPreview(component, { type: 'different', a, b }, frame.rules);
  const own = preview.before.find((person) => holds(person, a));
  const moving = new Set(preview.moves.flatMap(({ nodes }) => nodes.map(({ node }) => node)));
  const receivers = new Set(preview.moves.map(({ to }) => to.node));
  const isTouched = (person: ResolvedPerson): boolean =>
    person === own || person.nodes.some(({ node }) => moving.has(node) || receivers.has(node));
  const before = preview.before.filter(isTouched).sort((x, y) => Number(y === own) - Number(x === own));
  const staying = new Set(before.flatMap(({ nodes }) => nodes.map(({ node }) => node)));
  const after = preview.after
    .filter(({ nodes }) => nodes.some(({ node }) => staying.has(node)))
    .sort((x, y) => Number(holds(y, own?.nodes[0])) - Number(holds(x, own?.nodes[0])));

  const counts = await interactionsOfNodes(client, workspace, [...staying]);
  const count = (nodes: readonly NodeRef[]): number =>
    nodes.reduce((sum, { node }) => sum + (counts.get(node) ?? 0), 0);
  const ownNodes = own?.nodes ?? [];
  return {
    before: await personParts(client, workspace, frame, before),
    after: await personParts(client, workspace, frame, after),
    sentence: sentence(
      ownNodes,
      ownNodes.filter(({ node }) => moving.has(node)),
      count,
      before.length - 1,
      words,
    ),
  };
}

function sentence(
  own: readonly NodeRef[],
  leaving: readonly NodeRef[],
  count: (nodes: readonly NodeRef[]) => number,
  others: number,
  { say }: Words,
): string {
  if (leaving.length === 0) return say('resolve.split.nothing');
  const moved = say('resolve.split.preview', {
    identifiers: leaving.length,
    ofIdentifiers: own.length,
    interactions: count(leaving),
    ofInteractions: count(own),
  });
  return others === 0 ? moved : `${moved} ${say('resolve.split.others', { others })}`;
}

function holds({ nodes }: ResolvedPerson, wanted: NodeRef | undefined): boolean {
  return nodes.some(({ node }) => node === wanted?.node);
}
