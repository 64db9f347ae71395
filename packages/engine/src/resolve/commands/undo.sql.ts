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

export interface Promoted {
  readonly offset: number;
  readonly import: number;
  /** It was set aside for other content under the same id, else it was counted as a duplicate. */
  readonly wasReused: boolean;
}

/**
 * Frees the keys of an import. Where other imports brought the same key later, the earliest of those now counts: their offsets and imports
 * are returned.
 */
export async function freeKeys(client: ClientBase, workspace: number, run: number): Promise<readonly Promoted[]> {
  const promoted = await client.query<Promoted>(
    `with freed as (
       delete from seen_import where workspace = $1 and import = $2 returning source, message, "offset", content
     ), first as (
       select distinct on (source, message) source, message, "offset", content from freed order by source, message, "offset"
     ), next as (
       select distinct on (s.source, s.message) s."offset", s.import, f."offset" as freed, s.content <> f.content as reused
       from first f
       join seen_import s on s.workspace = $1 and s.source = f.source and s.message = f.message and s.import <> $2
       order by s.source, s.message, s."offset"
     )
     select "offset"::float8 as "offset", import, reused as "wasReused" from next where freed < "offset" order by "offset"`,
    [workspace, run],
  );
  return promoted.rows;
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
       returning node, id
     ), unmapped as (
       delete from node_person p using gone g where p.workspace = $1 and p.node = g.node
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

/** Promoted messages were counted as duplicates, by import and by source and receive day (`YYYYMMDD`); they are counted as stored from now on. */
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

/** A promoted message that was set aside since its id was taken is no longer: one entry of each goes. */
export async function forgetReused(
  client: ClientBase,
  workspace: number,
  rows: readonly { readonly import: number; readonly source: number; readonly body: string }[],
): Promise<void> {
  await client.query(
    `delete from set_aside where workspace = $1 and id in (
       select (select s.id from set_aside s
         where s.workspace = $1 and s.import = t.import and s.source = t.source and s.code = 'message-id.reused'
           and s.status = 'waiting' and s.body = convert_to(t.body, 'UTF8')
         order by s.id limit 1)
       from unnest($2::integer[], $3::integer[], $4::text[]) as t(import, source, body))`,
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
