import type { ClientBase } from 'pg';
import type { CodeKind } from '../batch/code-kind.js';

/** Words of each kind with codes above the one in `after`. */
export async function readNewWords(
  client: ClientBase,
  workspace: number,
  kinds: readonly CodeKind[],
  after: readonly number[],
): Promise<readonly { readonly kind: CodeKind; readonly code: number; readonly word: string }[]> {
  const read = await client.query<{ kind: CodeKind; code: number; word: string }>({
    name: 'read-new-words',
    text: `select c.kind, c.code, c.word
      from unnest($2::text[], $3::integer[]) as known(kind, last)
      join code_word c on c.workspace = $1 and c.kind = known.kind and c.code > known.last`,
    values: [workspace, kinds, after],
  });
  return read.rows;
}
