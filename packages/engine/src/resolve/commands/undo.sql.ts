import type { ClientBase } from 'pg';

/**
 * Deletes a match by its public id; its kind and the nodes it named, or undefined if there is none. Of one that messages made, the nodes are
 * kept, since the messages are.
 */
export async function deleteMatch(
  client: ClientBase,
  workspace: number,
  id: string,
): Promise<{ readonly kind: number; readonly nodes: readonly number[] } | undefined> {
  const deleted = await client.query<{ kind: number; nodes: number[] }>(
    `with gone as (
       delete from match where workspace = $1 and id = $2 returning kind, nodes, import
     ), kept as (
       insert into kept_node (workspace, node, import)
       select distinct $1::integer, n, import from gone cross join lateral unnest(nodes) as n where kind <= 2
       on conflict do nothing
     )
     select kind, nodes::float8[] as nodes from gone`,
    [workspace, id],
  );
  return deleted.rows[0];
}

/** Deletes everything derived from an import; the nodes that had a part in it. Log, audit and counters of what arrived stay. */
export async function deleteImport(client: ClientBase, workspace: number, run: number): Promise<readonly number[]> {
  const deleted = await client.query<{ node: number }>(
    `with matches as (
       delete from match where workspace = $1 and import = $2 returning nodes
     ), activities as (
       delete from node_activity where workspace = $1 and import = $2 returning node
     ), claims as (
       delete from claim where workspace = $1 and import = $2 returning node
     ), members as (
       delete from unit_member where workspace = $1 and import = $2 returning node
     ), unit_claims as (
       delete from unit_claim where workspace = $1 and import = $2
     ), kept as (
       delete from kept_node where workspace = $1 and import = $2 returning node
     ), counts as (
       delete from count_value where workspace = $1 and import = $2
     ), costs as (
       delete from ad_spend where workspace = $1 and import = $2
     ), happenings as (
       delete from happening where workspace = $1 and import = $2
     ), manifests as (
       update manifest set superseded = true where workspace = $1 and import = $2 and not removes
     )
     select unnest(nodes)::float8 as node from matches
     union select node::float8 from activities
     union select node::float8 from claims
     union select node::float8 from members
     union select node::float8 from kept
     order by 1`,
    [workspace, run],
  );
  return deleted.rows.map((row) => row.node);
}

/** Units that nobody belongs to and nothing is said of any more. */
export async function deleteEmptyUnits(client: ClientBase, workspace: number): Promise<void> {
  await client.query(
    `delete from unit u where u.workspace = $1
       and not exists (select from unit_member m where m.workspace = $1 and m.unit = u.unit)
       and not exists (select from unit_claim c where c.workspace = $1 and c.unit = u.unit)`,
    [workspace],
  );
}

/** What a message with a key counts as: the first that brought it, the same again, or another one under an id that was taken. */
export type KeyedAs = 'fresh' | 'duplicate' | 'reused';

export interface Rejudged {
  readonly offset: number;
  readonly before: Exclude<KeyedAs, 'fresh'>;
  readonly after: KeyedAs;
}

/**
 * Frees the keys of an import. Where it had brought a key first, the messages by which other imports brought the same key are judged anew
 * against the earliest of those; what comes out differently is returned, in log order.
 */
export async function freeKeys(client: ClientBase, workspace: number, run: number): Promise<readonly Rejudged[]> {
  const rejudged = await client.query<Rejudged>(
    `with freed as (
       delete from seen_import where workspace = $1 and import = $2 returning source, message, "offset", content
     ), held as (
       select distinct on (source, message) source, message, "offset", content from freed order by source, message, "offset"
     ), others as (
       select s."offset", s.content, h."offset" as held_offset, h.content as held_content,
         first_value(s."offset") over by_key as first_offset, first_value(s.content) over by_key as first_content
       from held h
       join seen_import s on s.workspace = $1 and s.source = h.source and s.message = h.message and s.import <> $2
       window by_key as (partition by s.source, s.message order by s."offset")
     ), judged as (
       select "offset",
         case when content = held_content then 'duplicate' else 'reused' end as before,
         case when "offset" = first_offset then 'fresh' when content = first_content then 'duplicate' else 'reused' end as after
       from others
       where held_offset < first_offset
     )
     select "offset"::float8 as "offset", before, after from judged where before <> after order by judged."offset"`,
    [workspace, run],
  );
  return rejudged.rows;
}

/**
 * Deletes those of these nodes that nothing names or hangs on any more; their public ids stay known as gone. Returns the deleted nodes.
 * Components must be recomputed before: a node that may join and shares its component with none is named by no match but those found at it.
 * `cut` are those that may not join; they can be named by matches found elsewhere.
 */
export async function retireNodes(
  client: ClientBase,
  workspace: number,
  nodes: readonly number[],
  cut: readonly number[],
  at: Date,
): Promise<readonly number[]> {
  const deleted = await client.query<{ node: number }>(
    `with named as (
       select distinct unnest(nodes) as node from match where workspace = $1 and cardinality($3::bigint[]) > 0 and nodes && $3::bigint[]
     ), gone as (
       delete from identifier i
       where i.workspace = $1 and i.node = any($2::bigint[])
         and not exists (select from identifier j where j.workspace = $1 and j.component = i.component and j.node <> i.node)
         and not exists (select from match m where m.workspace = $1 and m.home = i.node)
         and not exists (select from match m where m.workspace = $1 and m.kind >= 3 and m.nodes @> array[i.node])
         and not exists (select from kept_node k where k.workspace = $1 and k.node = i.node)
         and not exists (select from named n where n.node = i.node)
         and not exists (select from node_activity a where a.workspace = $1 and a.node = i.node)
         and not exists (select from claim c where c.workspace = $1 and c.node = i.node)
         and not exists (select from unit_member m where m.workspace = $1 and m.node = i.node)
         and not exists (select from settled_trait s where s.workspace = $1 and s.node = i.node)
       returning node, id
     ), unmapped as (
       delete from node_person p using gone g where p.workspace = $1 and p.node = g.node
     ), unfindable as (
       delete from findable_identifier f using gone g where f.workspace = $1 and f.node = g.node
     ), retired as (
       insert into retired_id (workspace, id, retired_at) select $1, id, $4 from gone on conflict do nothing
     )
     select node::float8 as node from gone`,
    [workspace, nodes, cut, at],
  );
  return deleted.rows.map((row) => row.node);
}

/** Nothing of the import up to `offset` of the log counts any more. */
export async function finishUndo(
  client: ClientBase,
  workspace: number,
  run: number,
  offset: number,
  at: Date,
): Promise<void> {
  await client.query(`update import_run set state = 'undone', undone_at = $3 where workspace = $1 and import = $2`, [
    workspace,
    run,
    at,
  ]);
  await client.query(
    `insert into undone_import (workspace, import, "offset") values ($1, $2, $3)
     on conflict (workspace, import) do update set "offset" = excluded."offset"`,
    [workspace, run, offset],
  );
}

/** Takes messages out of the counts of duplicates, by import and by source and receive day (`YYYYMMDD`). */
export async function uncountDuplicates(
  client: ClientBase,
  workspace: number,
  rows: readonly { readonly import: number; readonly source: number; readonly receivedDay: string }[],
): Promise<void> {
  await client.query(
    `with given as (
       select import, source, to_date(day, 'YYYYMMDD') as day
       from unnest($2::integer[], $3::integer[], $4::text[]) as t(import, source, day)
     ), days as (
       update source_day d set duplicates = d.duplicates - g.messages
       from (select source, day, count(*) as messages from given group by source, day) g
       where d.workspace = $1 and d.source = g.source and d.day = g.day
     )
     update import_run r set duplicates = r.duplicates - g.messages
     from (select import, count(*) as messages from given group by import) g
     where r.workspace = $1 and r.import = g.import`,
    [workspace, rows.map((row) => row.import), rows.map((row) => row.source), rows.map((row) => row.receivedDay)],
  );
}

/** Messages that were set aside since their id was taken are no longer: one entry of each goes. */
export async function forgetReused(
  client: ClientBase,
  workspace: number,
  rows: readonly { readonly import: number; readonly source: number; readonly body: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `with given as (
       select import, source, convert_to(body, 'UTF8') as body, count(*) as messages
       from unnest($2::integer[], $3::integer[], $4::text[]) as t(import, source, body)
       group by import, source, body
     ), entries as (
       select s.id, g.messages, row_number() over (partition by s.import, s.source, s.body order by s.id) as nth
       from given g
       join set_aside s on s.workspace = $1 and s.import = g.import and s.source = g.source and s.body = g.body
       where s.code = 'message-id.reused' and s.status = 'waiting'
     )
     delete from set_aside where workspace = $1 and id in (select id from entries where nth <= messages)`,
    [workspace, rows.map((row) => row.import), rows.map((row) => row.source), rows.map((row) => row.body)],
  );
}

/** Sets aside of an import that still wait are left out with it. */
export async function leaveOutSetAside(
  client: ClientBase,
  workspace: number,
  run: number,
  by: string,
  at: Date,
): Promise<void> {
  await client.query(
    `update set_aside set status = 'left-out', note = 'the import was taken back', decided_by = $3, decided_at = $4
     where workspace = $1 and import = $2 and status = 'waiting'`,
    [workspace, run, by, at],
  );
}
