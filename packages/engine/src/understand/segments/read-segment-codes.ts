import type { ClickHouseClient } from '@clickhouse/client';
import type { InteractionKind } from '@throughline/core/understand/interaction-kind';
import { foldText } from '@throughline/core/understand/segments/fold-text';
import type { ClientBase } from 'pg';
import { readCodeWords } from '../../resolve/batch/code-book.sql.js';
import { keysByKind } from '../kinds/keys-by-kind.js';
import type { SegmentCodes } from './segment-codes.js';

/** What has no code of its own, since there were too many names or channels, reads `other`. */
const sharing: ReadonlySet<string> = new Set(['name', 'channel']);

/** `asksKinds`: kinds are asked about, which takes a look at everything that ever happened. */
export async function readSegmentCodes(
  analytics: { client(): ClickHouseClient },
  client: ClientBase,
  workspace: number,
  given: { readonly sources: readonly { readonly id: string; readonly source: number }[]; readonly asksKinds: boolean },
): Promise<SegmentCodes> {
  const exact = new Map<string, number>();
  const folded = new Map<string, number[]>([...sharing].map((kind) => [`${kind}/other`, [0]]));
  for (const { kind, code, word } of await readCodeWords(client, workspace)) {
    exact.set(`${kind}/${word}`, code);
    const key = `${kind}/${foldText(word)}`;
    folded.set(key, [...(folded.get(key) ?? []), code]);
  }
  const numbers = new Map(given.sources.map(({ id, source }) => [id, source]));
  const keys = given.asksKinds
    ? await keysByKind(analytics, client, workspace)
    : new Map<InteractionKind, readonly number[]>();
  return {
    codeOf: (kind, word) => exact.get(`${kind}/${word}`),
    codesOf: (kind, words) => words.flatMap((word) => folded.get(`${kind}/${foldText(word)}`) ?? []),
    sourcesOf: (ids) => ids.flatMap((id) => numbers.get(id) ?? []),
    keysOfKinds: (kinds) => kinds.flatMap((kind) => keys.get(kind) ?? []),
  };
}
