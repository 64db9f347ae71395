import type { ClientBase } from 'pg';

/** A stored identifier with where it stands now. */
export interface StoredNode {
  readonly node: number;
  readonly namespace: number;
  readonly value: string;
  /** Label of all that hangs together when nothing but blocked values is cut. */
  readonly component: number;
  readonly person: number;
  /** Cut off because too much hangs together through it. */
  readonly isHub: boolean;
}

const nodeColumns =
  'i.node::float8 as node, i.namespace, i.value, i.component::float8 as component, p.person::float8 as person, i.state = 2 as "isHub"';

/** Finds identifiers; rows come in no order, missing ones are missing. */
export async function findNodes(
  client: ClientBase,
  workspace: number,
  namespaces: readonly number[],
  values: readonly string[],
): Promise<readonly StoredNode[]> {
  const found = await client.query<StoredNode>({
    name: 'find-nodes',
    text: `select ${nodeColumns}
      from unnest($2::smallint[], $3::text[]) as k(namespace, value)
      cross join lateral (select node, namespace, value, component, state from identifier i
        where i.workspace = $1 and i.namespace = k.namespace and i.value = k.value offset 0) i
      cross join lateral (select person from node_person p where p.workspace = $1 and p.node = i.node and p.valid_to = 'infinity' offset 0) p`,
    values: [workspace, namespaces, values],
  });
  return found.rows;
}

export async function nodesOfComponents(
  client: ClientBase,
  workspace: number,
  components: readonly number[],
): Promise<readonly StoredNode[]> {
  const found = await client.query<StoredNode>({
    name: 'nodes-of-components',
    text: `select ${nodeColumns}
      from unnest($2::bigint[]) as c(component)
      cross join lateral (select node, namespace, value, component, state from identifier i where i.workspace = $1 and i.component = c.component offset 0) i
      cross join lateral (select person from node_person p where p.workspace = $1 and p.node = i.node and p.valid_to = 'infinity' offset 0) p`,
    values: [workspace, components],
  });
  return found.rows;
}

/** Nodes by number. */
export async function nodesByNumber(
  client: ClientBase,
  workspace: number,
  nodes: readonly number[],
): Promise<readonly StoredNode[]> {
  const found = await client.query<StoredNode>(
    `select ${nodeColumns}
     from identifier i
     join node_person p on p.workspace = i.workspace and p.node = i.node and p.valid_to = 'infinity'
     where i.workspace = $1 and i.node = any($2::bigint[])
     order by i.node`,
    [workspace, nodes],
  );
  return found.rows;
}

export interface StoredMatch {
  readonly match: number;
  readonly key: string;
  readonly import: number;
  readonly source: number;
  readonly kind: number;
  readonly strength: number;
  readonly firstAtMs: number;
  readonly home: number;
  readonly nodes: readonly number[];
}

const matchColumns = `m.match::float8 as match, encode(m.key, 'hex') as key, m.import, m.source, m.kind, m.strength,
  (extract(epoch from m.first_at) * 1000)::float8 as "firstAtMs", m.home::float8 as home, m.nodes::float8[] as nodes`;

export async function matchesAtHomes(
  client: ClientBase,
  workspace: number,
  homes: readonly number[],
): Promise<readonly StoredMatch[]> {
  const found = await client.query<StoredMatch>({
    name: 'matches-at-homes',
    text: `select ${matchColumns} from unnest($2::bigint[]) as h(home)
      cross join lateral (select * from match m where m.workspace = $1 and m.home = h.home offset 0) m`,
    values: [workspace, homes],
  });
  return found.rows;
}

/** Which of these matches are stored: by key (hex) and import. */
export async function findMatches(
  client: ClientBase,
  workspace: number,
  keys: readonly string[],
  imports: readonly number[],
): Promise<
  readonly { readonly match: number; readonly key: string; readonly import: number; readonly firstAtMs: number }[]
> {
  const found = await client.query<{ match: number; key: string; import: number; firstAtMs: number }>({
    name: 'find-matches',
    text: `select m.match::float8 as match, k.key, k.import, (extract(epoch from m.first_at) * 1000)::float8 as "firstAtMs"
      from unnest($2::text[], $3::integer[]) as k(key, import)
      cross join lateral (select match, first_at from match m where m.workspace = $1 and m.key = decode(k.key, 'hex') and m.import = k.import offset 0) m`,
    values: [workspace, keys, imports],
  });
  return found.rows;
}

export interface NewMatch extends StoredMatch {
  readonly id: string;
  readonly decidedBy: string | null;
  readonly note: string | null;
}

export async function insertMatches(
  client: ClientBase,
  workspace: number,
  rows: readonly NewMatch[],
  at: Date,
): Promise<void> {
  await client.query({
    name: 'insert-matches',
    text: `insert into match (workspace, match, id, key, source, import, kind, strength, first_at, home, nodes, decided_by, note, created_at)
      select $1, m, i, decode(k, 'hex'), s, im, ki, st, to_timestamp(f / 1000), h, string_to_array(n, ',')::bigint[], d, no, $2
      from unnest($3::bigint[], $4::uuid[], $5::text[], $6::integer[], $7::integer[], $8::smallint[], $9::smallint[], $10::float8[], $11::bigint[], $12::text[], $13::text[], $14::text[])
        as t(m, i, k, s, im, ki, st, f, h, n, d, no)`,
    values: [
      workspace,
      at,
      rows.map((row) => row.match),
      rows.map((row) => row.id),
      rows.map((row) => row.key),
      rows.map((row) => row.source),
      rows.map((row) => row.import),
      rows.map((row) => row.kind),
      rows.map((row) => row.strength),
      rows.map((row) => row.firstAtMs),
      rows.map((row) => row.home),
      rows.map((row) => row.nodes.join(',')),
      rows.map((row) => row.decidedBy),
      rows.map((row) => row.note),
    ],
  });
}

/** A match seen earlier than it was known: the earliest time counts, whatever arrived first. */
export async function moveMatchesEarlier(
  client: ClientBase,
  workspace: number,
  rows: readonly { readonly match: number; readonly firstAtMs: number }[],
): Promise<void> {
  await client.query({
    name: 'move-matches-earlier',
    text: `update match m set first_at = to_timestamp(t.first_at / 1000) from unnest($2::bigint[], $3::float8[]) as t(match, first_at)
      where m.workspace = $1 and m.match = t.match and to_timestamp(t.first_at / 1000) < m.first_at`,
    values: [workspace, rows.map((row) => row.match), rows.map((row) => row.firstAtMs)],
  });
}

/** Which of these components hold a join that was refused. */
export async function componentsWithRefusals(
  client: ClientBase,
  workspace: number,
  components: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = await client.query<{ component: number }>({
    name: 'components-with-refusals',
    text: `select distinct component::float8 as component from refused_join where workspace = $1 and component = any($2::bigint[])`,
    values: [workspace, components],
  });
  return new Set(found.rows.map((row) => row.component));
}

export interface NewNode extends StoredNode {
  readonly id: string;
}

export async function insertNodes(
  client: ClientBase,
  workspace: number,
  rows: readonly NewNode[],
  at: Date,
): Promise<void> {
  await client.query({
    name: 'insert-nodes',
    text: `with added as (
        insert into identifier (workspace, node, id, namespace, value, component, state, created_at)
        select $1, n, i, ns, v, c, case when h then 2 else 0 end, $2
        from unnest($3::bigint[], $4::uuid[], $5::smallint[], $6::text[], $7::bigint[], $9::boolean[]) as t(n, i, ns, v, c, h)
      )
      insert into node_person (workspace, node, person)
      select $1, n, p from unnest($3::bigint[], $8::bigint[]) as t(n, p)`,
    values: [
      workspace,
      at,
      rows.map((row) => row.node),
      rows.map((row) => row.id),
      rows.map((row) => row.namespace),
      rows.map((row) => row.value),
      rows.map((row) => row.component),
      rows.map((row) => row.person),
      rows.map((row) => row.isHub),
    ],
  });
}

/** Keeps the parts by which identifiers are looked for; of what only machines know there is none. */
export async function insertFindableParts(
  client: ClientBase,
  workspace: number,
  rows: readonly { readonly node: number; readonly part: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'insert-findable-parts',
    text: `insert into findable_identifier (workspace, node, part)
      select $1, n, p from unnest($2::bigint[], $3::text[]) as t(n, p)`,
    values: [workspace, rows.map((row) => row.node), rows.map((row) => row.part)],
  });
}

export async function moveNodes(
  client: ClientBase,
  workspace: number,
  components: readonly { readonly node: number; readonly component: number }[],
  persons: readonly { readonly node: number; readonly person: number }[],
): Promise<void> {
  if (components.length > 0) {
    await client.query({
      name: 'relabel-nodes',
      text: `update identifier i set component = t.component from unnest($2::bigint[], $3::bigint[]) as t(node, component)
        where i.workspace = $1 and i.node = t.node`,
      values: [workspace, components.map((row) => row.node), components.map((row) => row.component)],
    });
  }
  if (persons.length > 0) {
    await client.query({
      name: 'move-nodes',
      text: `update node_person p set person = t.person from unnest($2::bigint[], $3::bigint[]) as t(node, person)
        where p.workspace = $1 and p.node = t.node`,
      values: [workspace, persons.map((row) => row.node), persons.map((row) => row.person)],
    });
  }
}

export async function markHubs(
  client: ClientBase,
  workspace: number,
  components: readonly number[],
  hubs: readonly number[],
): Promise<void> {
  await client.query({
    name: 'mark-hubs',
    text: `update identifier set state = case when node = any($3::bigint[]) then 2 else 0 end
      where workspace = $1 and component = any($2::bigint[]) and (state = 2) <> (node = any($3::bigint[]))`,
    values: [workspace, components, hubs],
  });
}

export interface RefusedRow {
  readonly component: number;
  readonly match: number;
  readonly a: number;
  readonly b: number;
  readonly reason: string;
}

/** Makes these the joins that are refused in these components; what was refused for the same reason before is not written again. */
export async function replaceRefused(
  client: ClientBase,
  workspace: number,
  components: readonly number[],
  rows: readonly RefusedRow[],
): Promise<void> {
  const columns = [
    rows.map((row) => row.component),
    rows.map((row) => row.match),
    rows.map((row) => row.a),
    rows.map((row) => row.b),
    rows.map((row) => row.reason),
  ];
  await client.query({
    name: 'forget-refused',
    text: `delete from refused_join r
      where r.workspace = $1 and r.component = any($2::bigint[])
        and (r.component, r.match, r.a, r.b, r.reason) not in (
          select c, m, a, b, r from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) as t(c, m, a, b, r))`,
    values: [workspace, components, ...columns],
  });
  if (rows.length === 0) return;
  await client.query({
    name: 'insert-refused',
    text: `insert into refused_join (workspace, component, match, a, b, reason)
      select $1, c, m, a, b, r from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[]) as t(c, m, a, b, r) on conflict do nothing`,
    values: [workspace, ...columns],
  });
}

/** Which of these components have more than so many identifiers. */
export async function componentsLargerThan(
  client: ClientBase,
  workspace: number,
  components: readonly number[],
  identifiers: number,
): Promise<ReadonlySet<number>> {
  const found = await client.query<{ component: number }>({
    name: 'components-larger-than',
    text: `select c.component::float8 as component
      from unnest($2::bigint[]) as c(component)
      cross join lateral (
        select count(*) as identifiers
        from (select 1 from identifier i where i.workspace = $1 and i.component = c.component limit $3::bigint + 1) counted
      ) n
      where n.identifiers > $3::bigint`,
    values: [workspace, components, identifiers],
  });
  return new Set(found.rows.map((row) => row.component));
}
