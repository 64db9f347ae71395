import type { ClientBase } from 'pg';

export interface StoredIdentifier {
  readonly node: number;
  /** Its code. */
  readonly namespace: number;
  readonly value: string;
}

/** Identifiers of these namespaces after a node, in order. */
export async function identifierPage(
  client: ClientBase,
  workspace: number,
  namespaces: readonly number[],
  after: number,
  limit: number,
): Promise<readonly StoredIdentifier[]> {
  const read = await client.query<StoredIdentifier>(
    `select node::float8 as node, namespace, value from identifier
     where workspace = $1 and identifier.node > $3 and namespace = any($2::smallint[])
     order by identifier.node limit $4`,
    [workspace, namespaces, after, limit],
  );
  return read.rows;
}

/** Notes nodes that lose what was recorded under them. */
export async function noteLosing(client: ClientBase, workspace: number, nodes: readonly number[]): Promise<void> {
  await client.query(
    'insert into losing_node (workspace, node) select $1, n from unnest($2::bigint[]) as t(n) order by n on conflict do nothing',
    [workspace, nodes],
  );
}

/** Notes interactions that move, each with its new node. */
export async function noteMoved(
  client: ClientBase,
  workspace: number,
  rows: readonly { readonly offset: number; readonly node: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `insert into moved_message (workspace, "offset", node) select $1, o, n from unnest($2::bigint[], $3::bigint[]) as t(o, n)`,
    [workspace, rows.map((row) => row.offset), rows.map((row) => row.node)],
  );
}

export async function losingAmong(
  client: ClientBase,
  workspace: number,
  nodes: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = await client.query<{ node: number }>({
    name: 'losing-among',
    text: `select l.node::float8 as node from unnest($2::bigint[]) as t(node)
      cross join lateral (select node from losing_node l where l.workspace = $1 and l.node = t.node offset 0) l`,
    values: [workspace, nodes],
  });
  return new Set(found.rows.map((row) => row.node));
}

/** Deletes everything recorded under the nodes that lose something. */
export async function deleteRecords(client: ClientBase, workspace: number): Promise<void> {
  for (const table of ['claim', 'node_activity', 'unit_member']) {
    await client.query(
      `delete from ${table} r using losing_node l where l.workspace = $1 and r.workspace = $1 and r.node = l.node`,
      [workspace],
    );
  }
}

/** Ends what `noteLosing` and `noteMoved` began. */
export async function forgetMoved(client: ClientBase, workspace: number): Promise<void> {
  await client.query('delete from losing_node where workspace = $1', [workspace]);
  await client.query('delete from moved_message where workspace = $1', [workspace]);
}

/** Batches after one with rows that moved, in order. */
export async function movedBatches(
  client: ClientBase,
  workspace: number,
  after: number,
  limit: number,
): Promise<readonly number[]> {
  const found = await client.query<{ batch: number }>(
    `select m.batch::float8 as batch from manifest m
     where m.workspace = $1 and m.batch > $2 and not m.superseded and not m.removes
       and exists (
         select from unnest(m.offsets) as own("offset")
         cross join lateral (select 1 from moved_message v where v.workspace = $1 and v."offset" = own."offset" offset 0) v)
     order by m.batch limit $3`,
    [workspace, after, limit],
  );
  return found.rows.map((row) => row.batch);
}

/**
 * Writes manifests anew, numbered from `firstBatch` in their order, with the nodes their rows moved to and the persons of now; the old ones
 * are superseded.
 */
export async function replaceManifests(
  client: ClientBase,
  workspace: number,
  batches: readonly number[],
  begin: { readonly firstBatch: number; readonly epoch: number },
): Promise<void> {
  await client.query(
    `with taken as (
       update manifest set superseded = true where workspace = $1 and batch = any($2::bigint[])
       returning batch, lo, hi, import, offsets, nodes, message_sum
     ), numbered as (
       select taken.*, row_number() over (order by batch) - 1 as nth from taken
     ), placed as (
       select t.batch, array_agg(home.node order by own.place) as nodes, array_agg(coalesce(p.person, 0) order by own.place) as persons,
         sum(home.node) as node_sum
       from taken t
       cross join lateral unnest(t.offsets, t.nodes) with ordinality as own("offset", node, place)
       left join lateral (select v.node from moved_message v where v.workspace = $1 and v."offset" = own."offset" offset 0) v on true
       cross join lateral (select coalesce(v.node, own.node) as node) home
       left join lateral (
         select person from node_person p where p.workspace = $1 and p.node = home.node and p.valid_to = 'infinity' offset 0
       ) p on true
       group by t.batch
     )
     insert into manifest (workspace, batch, epoch, lo, hi, import, offsets, nodes, persons, message_sum, node_sum)
     select $1, $3 + n.nth, $4, n.lo, n.hi, n.import, n.offsets, p.nodes, p.persons, n.message_sum, p.node_sum
     from numbered n
     join placed p on p.batch = n.batch`,
    [workspace, batches, begin.firstBatch, begin.epoch],
  );
}
