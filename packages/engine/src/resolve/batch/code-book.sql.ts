import type { ClientBase } from 'pg';
import type { CodeKind } from './code-kind.js';

export async function readCodeWords(
  client: ClientBase,
  workspace: number,
): Promise<readonly { kind: CodeKind; code: number; word: string }[]> {
  const read = await client.query<{ kind: CodeKind; code: number; word: string }>(
    'select kind, code, word from code_word where workspace = $1 order by kind, code',
    [workspace],
  );
  return read.rows;
}

export async function readNamespaces(
  client: ClientBase,
  workspace: number,
): Promise<readonly { code: number; name: string }[]> {
  const read = await client.query<{ code: number; name: string }>(
    'select code, name from namespace where workspace = $1 order by code',
    [workspace],
  );
  return read.rows;
}

export async function insertCodeWords(
  client: ClientBase,
  workspace: number,
  words: readonly { readonly kind: CodeKind; readonly code: number; readonly word: string }[],
): Promise<void> {
  await client.query(
    `insert into code_word (workspace, kind, code, word) select $1, k, c, w from unnest($2::text[], $3::integer[], $4::text[]) as t(k, c, w)`,
    [workspace, words.map((row) => row.kind), words.map((row) => row.code), words.map((row) => row.word)],
  );
}

export async function insertNamespaces(
  client: ClientBase,
  workspace: number,
  namespaces: readonly { readonly code: number; readonly name: string }[],
): Promise<void> {
  await client.query(
    `insert into namespace (workspace, code, name) select $1, c, n from unnest($2::smallint[], $3::text[]) as t(c, n)`,
    [workspace, namespaces.map((row) => row.code), namespaces.map((row) => row.name)],
  );
}
