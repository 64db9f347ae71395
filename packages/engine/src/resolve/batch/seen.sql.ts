import type { ClientBase } from 'pg';

/** What is stored of a message that was counted: `source` and `message` are its key. */
export interface SeenMessage {
  readonly source: number;
  readonly message: string;
  readonly content: string;
}

/** The de-duplication tables that exist, newest first, as `YYYYMMDD`. */
export async function seenDays(client: ClientBase): Promise<readonly string[]> {
  const found = await client.query<{ day: string }>(
    `select substr(c.relname, 6) as day from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname ~ '^seen_[0-9]{8}$' order by 1 desc`,
  );
  return found.rows.map((row) => row.day);
}

/** Inserts what is new into a receive day's table; returns the keys that were new. Rows come sorted by (source, message). */
export async function insertSeen(
  client: ClientBase,
  day: string,
  workspace: number,
  rows: readonly SeenMessage[],
): Promise<ReadonlySet<string>> {
  const inserted = await client.query<{ key: string }>({
    name: `insert-seen-${day}`,
    text: `insert into seen_${day} (workspace, source, message, content)
      select $1, s, m, c from unnest($2::integer[], $3::uuid[], $4::bigint[]) as t(s, m, c)
      on conflict do nothing returning source || '/' || message as key`,
    values: [workspace, rows.map((row) => row.source), rows.map((row) => row.message), rows.map((row) => row.content)],
  });
  return new Set(inserted.rows.map((row) => row.key));
}

/** Which of these keys a day's table holds, with the content they were counted with. */
export async function findSeen(
  client: ClientBase,
  day: string,
  workspace: number,
  rows: readonly SeenMessage[],
): Promise<ReadonlyMap<string, string>> {
  const found = await client.query<{ key: string; content: string }>({
    name: `find-seen-${day}`,
    text: `select s.source || '/' || s.message as key, s.content::text as content
      from unnest($2::integer[], $3::uuid[]) as t(source, message)
      cross join lateral (select source, message, content from seen_${day} d where d.workspace = $1 and d.source = t.source and d.message = t.message offset 0) s`,
    values: [workspace, rows.map((row) => row.source), rows.map((row) => row.message)],
  });
  return new Map(found.rows.map((row) => [row.key, row.content]));
}

export interface SeenImported extends SeenMessage {
  readonly import: number;
  readonly offset: number;
}

/** Which of these keys any import that still counts holds already, with the content of the earliest. */
export async function findImported(
  client: ClientBase,
  workspace: number,
  rows: readonly SeenImported[],
): Promise<ReadonlyMap<string, string>> {
  const found = await client.query<{ key: string; content: string }>({
    name: 'find-imported',
    text: `select t.source || '/' || t.message as key, s.content::text as content
      from unnest($2::integer[], $3::uuid[]) as t(source, message)
      cross join lateral (select content from seen_import d where d.workspace = $1 and d.source = t.source and d.message = t.message order by "offset" limit 1) s`,
    values: [workspace, rows.map((row) => row.source), rows.map((row) => row.message)],
  });
  return new Map(found.rows.map((row) => [row.key, row.content]));
}

/** Notes the keys of an import, live or duplicate; a key an import holds already keeps its first offset. */
export async function insertImported(
  client: ClientBase,
  workspace: number,
  rows: readonly SeenImported[],
): Promise<void> {
  await client.query({
    name: 'insert-imported',
    text: `insert into seen_import (workspace, source, message, import, "offset", content)
      select $1, s, m, i, o, c from unnest($2::integer[], $3::uuid[], $4::integer[], $5::bigint[], $6::bigint[]) as t(s, m, i, o, c)
      on conflict do nothing`,
    values: [
      workspace,
      rows.map((row) => row.source),
      rows.map((row) => row.message),
      rows.map((row) => row.import),
      rows.map((row) => row.offset),
      rows.map((row) => row.content),
    ],
  });
}
