import type { TraitsRuledOtherwise } from '@throughline/core/resolve/traits/traits-ruled-otherwise';
import type { ClientBase } from 'pg';
import type { StoredClaim } from '../batch/claims.sql.js';

/** The last number an identifier has. */
export async function lastNode(client: ClientBase, workspace: number): Promise<number> {
  const read = await client.query<{ node: number }>(
    'select coalesce(max(node), 0)::float8 as node from identifier where workspace = $1',
    [workspace],
  );
  return read.rows[0]?.node ?? 0;
}

export interface MatchedNodes {
  readonly match: number;
  readonly kind: number;
  readonly nodes: readonly number[];
}

/** Matches after one, in order. */
export async function matchedNodes(
  client: ClientBase,
  workspace: number,
  after: number,
  limit: number,
): Promise<readonly MatchedNodes[]> {
  const read = await client.query<MatchedNodes>({
    name: 'matched-nodes',
    text: `select match.match::float8 as match, kind, nodes::float8[] as nodes
      from match
      where workspace = $1 and match.match > $2
      order by match.match limit $3`,
    values: [workspace, after, limit],
  });
  return read.rows;
}

/** About how many matches there are: the last number of one. */
export async function lastMatch(client: ClientBase, workspace: number): Promise<number> {
  const read = await client.query<{ match: number }>(
    'select coalesce(max(match.match), 0)::float8 as match from match where workspace = $1',
    [workspace],
  );
  return read.rows[0]?.match ?? 0;
}

export interface NamedNode {
  readonly node: number;
  readonly namespace: number;
  readonly value: string;
}

export async function namedNodes(
  client: ClientBase,
  workspace: number,
  nodes: readonly number[],
): Promise<readonly NamedNode[]> {
  const read = await client.query<NamedNode>({
    name: 'named-nodes',
    text: `select i.node::float8 as node, i.namespace, i.value
      from unnest($2::bigint[]) as n(node)
      cross join lateral (select node, namespace, value from identifier i where i.workspace = $1 and i.node = n.node offset 0) i`,
    values: [workspace, nodes],
  });
  return read.rows;
}

export interface WholeMatch {
  readonly key: string;
  readonly source: number;
  readonly kind: number;
  readonly strength: number;
  readonly firstAtMs: number;
  readonly nodes: readonly number[];
}

export async function wholeMatches(
  client: ClientBase,
  workspace: number,
  matches: readonly number[],
): Promise<readonly WholeMatch[]> {
  const read = await client.query<WholeMatch>({
    name: 'whole-matches',
    text: `select encode(m.key, 'hex') as key, m.source, m.kind, m.strength, (extract(epoch from m.first_at) * 1000)::float8 as "firstAtMs",
        m.nodes::float8[] as nodes
      from unnest($2::bigint[]) as n(match)
      cross join lateral (select * from match m where m.workspace = $1 and m.match = n.match offset 0) m`,
    values: [workspace, matches],
  });
  return read.rows;
}

export interface PersonInSample {
  readonly person: number;
  readonly id: string;
  readonly name: string | null;
}

/** Ids and names of persons, by their first nodes. */
export async function personsInSample(
  client: ClientBase,
  workspace: number,
  persons: readonly number[],
): Promise<readonly PersonInSample[]> {
  const read = await client.query<PersonInSample>(
    `select p.person::float8 as person, i.id, p.name
     from person p
     join identifier i on i.workspace = p.workspace and i.node = p.person
     where p.workspace = $1 and p.person = any($2::bigint[])`,
    [workspace, persons],
  );
  return read.rows;
}

/** What is claimed of these persons about traits that are ruled otherwise. */
export async function claimsAbout(
  client: ClientBase,
  workspace: number,
  persons: readonly number[],
  { named, alike, others }: TraitsRuledOtherwise,
): Promise<readonly StoredClaim[]> {
  const found = await client.query<StoredClaim>({
    name: 'claims-about',
    text: `select w.person::float8 as person, c.node::float8 as node, c.trait, c.source, s.id as "sourceId", s.trust, c.value,
        (extract(epoch from c.first_at) * 1000)::float8 as "firstAtMs", (extract(epoch from c.last_at) * 1000)::float8 as "lastAtMs",
        c.last_message as "lastMessage", c.times::float8 as times
      from unnest($2::bigint[]) as w(person)
      cross join lateral (select node from node_person p where p.workspace = $1 and p.person = w.person offset 0) p
      cross join lateral (
        select * from claim c
        where c.workspace = $1 and c.node = p.node and (c.trait = any($3::text[]) or ($5 and c.trait <> all($4::text[]))) offset 0
      ) c
      join source s on s.workspace = $1 and s.source = c.source`,
    values: [workspace, persons, named, alike, others],
  });
  return found.rows;
}
