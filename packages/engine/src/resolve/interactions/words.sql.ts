import type { ClientBase } from 'pg';
import type { CodeKind } from '../batch/code-kind.js';

/** The words of these codes, as `kind/code` → word. */
export async function readWords(
  client: ClientBase,
  workspace: number,
  codes: readonly (readonly [kind: CodeKind, code: number])[],
): Promise<ReadonlyMap<string, string>> {
  const read = await client.query<{ key: string; word: string }>(
    `select c.kind || '/' || c.code as key, c.word
     from unnest($2::text[], $3::integer[]) as wanted(kind, code)
     join code_word c on c.workspace = $1 and c.kind = wanted.kind and c.code = wanted.code`,
    [workspace, codes.map(([kind]) => kind), codes.map(([, code]) => code)],
  );
  return new Map(read.rows.map((row) => [row.key, row.word]));
}

/** Code of a channel; undefined if nothing of this workspace came through it yet. */
export async function readChannelCode(
  client: ClientBase,
  workspace: number,
  channel: string,
): Promise<number | undefined> {
  const read = await client.query<{ code: number }>(
    `select code from code_word where workspace = $1 and kind = 'channel' and word = $2`,
    [workspace, channel],
  );
  return read.rows[0]?.code;
}
