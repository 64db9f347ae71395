import { joinPreview } from '@throughline/core/resolve/join-preview';
import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import type { IdentityFrame } from './identity-frame.js';
import type { JoinProposal } from './join-proposal.js';
import { type PersonPart, personParts } from './person-parts.js';

export interface PreviewedJoin {
  /** Everybody whom the join would change; the person of the first identifier comes first. */
  readonly before: readonly PersonPart[];
  readonly after: readonly PersonPart[];
  readonly sentence: string;
}

/** Computes the join as the worker would, and says what would come together. */
export async function previewJoin(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  { a, b, component }: JoinProposal,
  nowMs: number,
  words: Words,
): Promise<PreviewedJoin> {
  const preview = joinPreview(component, { a, b, at: nowMs }, frame.rules);
  const holdsA = ({ nodes }: (typeof preview.before)[number]): boolean => nodes.some(({ node }) => node === a.node);
  const ordered = [...preview.before].sort((x, y) => Number(holdsA(y)) - Number(holdsA(x)));
  const before = await personParts(client, workspace, frame, ordered);
  const [, ...coming] = before;
  return {
    before,
    after: await personParts(client, workspace, frame, preview.after),
    sentence: words.say('resolve.join.preview', {
      identifiers: coming.reduce((sum, { identifiers }) => sum + identifiers.length, 0),
      interactions: coming.reduce((sum, { interactions }) => sum + interactions, 0),
    }),
  };
}
