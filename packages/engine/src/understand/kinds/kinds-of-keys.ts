import { directions } from '@throughline/core/collect/interaction';
import { type InteractionKind, interactionKind } from '@throughline/core/understand/interaction-kind';
import type { ClientBase } from 'pg';
import { readWords } from '../../resolve/interactions/words.sql.js';
import { readKindKey } from './kind-key.sql.js';

/** Names and channels in words, and the kind, of each key. */
export interface NamedKey {
  readonly kind: InteractionKind;
  readonly name: string;
  readonly channel: string;
}

/** `client` is a connection in the workspace, for its words. */
export async function kindsOfKeys(
  client: ClientBase,
  workspace: number,
  keys: readonly number[],
): Promise<ReadonlyMap<number, NamedKey>> {
  const parts = keys.map((key) => ({ key, ...readKindKey(key) }));
  const codes = (kind: 'name' | 'channel') =>
    [...new Set(parts.map((part) => part[kind]))].filter((code) => code > 0).map((code) => [kind, code] as const);
  const words = await readWords(client, workspace, [...codes('name'), ...codes('channel')]);
  return new Map(
    parts.map(({ key, name: nameCode, channel: channelCode, direction: directionCode, aboutComplaint }) => {
      const name = words.get(`name/${nameCode}`) ?? 'other';
      const channel = words.get(`channel/${channelCode}`) ?? 'other';
      const direction = directions[directionCode - 1] ?? 'observed';
      return [key, { kind: interactionKind({ name, channel, direction, aboutComplaint }), name, channel }];
    }),
  );
}
