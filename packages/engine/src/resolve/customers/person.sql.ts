import type { ClientBase } from 'pg';

/** Who an id names now. */
export interface FoundPerson {
  /** Number of the person. */
  readonly person: number;
  readonly currentId: string;
}

/** Every id ever issued names an identifier, and that stands in one person; undefined if there is no such id. */
export async function findPerson(client: ClientBase, workspace: number, id: string): Promise<FoundPerson | undefined> {
  const read = await client.query<FoundPerson>({
    name: 'find-person',
    text: `select p.person::float8 as person, a.id as "currentId"
      from identifier i
      join node_person p on p.workspace = $1 and p.node = i.node and p.valid_to = 'infinity'
      join identifier a on a.workspace = $1 and a.node = p.person
      where i.workspace = $1 and i.id = $2`,
    values: [workspace, id],
  });
  return read.rows[0];
}

export async function isRetired(client: ClientBase, workspace: number, id: string): Promise<boolean> {
  const read = await client.query('select id from retired_id where workspace = $1 and id = $2', [workspace, id]);
  return read.rows.length > 0;
}

export interface StoredPerson {
  readonly name: string | null;
  readonly recognised: boolean;
  readonly golden: unknown;
  readonly interactions: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly channels: string;
}

export async function readStoredPerson(
  client: ClientBase,
  workspace: number,
  person: number,
): Promise<StoredPerson | undefined> {
  const read = await client.query<StoredPerson>({
    name: 'read-stored-person',
    text: `select name, recognised, golden, interactions::float8 as interactions, first_at as "firstAt", last_at as "lastAt",
        channels::text as channels
      from person
      where workspace = $1 and person = $2`,
    values: [workspace, person],
  });
  return read.rows[0];
}

/** What a source says of a household or account that somebody belongs to; one row without a trait if nothing is said. */
export interface GroupClaimRow {
  readonly unit: number;
  readonly kind: string;
  readonly value: string;
  readonly trait: string | null;
  readonly source: number;
  readonly sourceId: string;
  readonly trust: number;
  /** JSON text. */
  readonly claimed: string;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly lastMessage: string;
  readonly times: number;
}

export async function groupClaims(
  client: ClientBase,
  workspace: number,
  person: number,
): Promise<readonly GroupClaimRow[]> {
  const read = await client.query<GroupClaimRow>({
    name: 'group-claims',
    text: `select u.unit::float8 as unit, u.kind, u.value, c.trait, c.source, s.id as "sourceId", s.trust, c.value as claimed,
        (extract(epoch from c.first_at) * 1000)::float8 as "firstAtMs", (extract(epoch from c.last_at) * 1000)::float8 as "lastAtMs",
        c.last_message as "lastMessage", c.times::float8 as times
      from (
        select distinct m.unit
        from node_person p
        join unit_member m on m.workspace = $1 and m.node = p.node
        where p.workspace = $1 and p.person = $2
      ) m
      join unit u on u.workspace = $1 and u.unit = m.unit
      left join unit_claim c on c.workspace = $1 and c.unit = u.unit
      left join source s on s.workspace = $1 and s.source = c.source
      order by u.kind, u.value`,
    values: [workspace, person],
  });
  return read.rows;
}

export interface GroupMembersRow {
  readonly unit: number;
  /** Members beside the person, at most `mostCounted`. */
  readonly others: number;
  /** The first of them. */
  readonly persons: readonly number[];
}

/** Who else belongs to each of these households and accounts; of a large one no more is read than is counted. */
export async function groupMembers(
  client: ClientBase,
  workspace: number,
  person: number,
  units: readonly number[],
  most: { readonly listed: number; readonly counted: number },
): Promise<readonly GroupMembersRow[]> {
  const read = await client.query<GroupMembersRow>({
    name: 'group-members',
    text: `select u.unit::float8 as unit, count(o.person)::float8 as others,
        coalesce((array_agg(o.person order by o.person) filter (where o.person is not null))[1:$4], '{}')::float8[] as persons
      from unnest($3::bigint[]) as u(unit)
      left join lateral (
        select distinct p.person
        from unit_member m
        join node_person p on p.workspace = $1 and p.node = m.node and p.valid_to = 'infinity'
        where m.workspace = $1 and m.unit = u.unit and p.person <> $2
        limit $5
      ) o on true
      group by u.unit`,
    values: [workspace, person, units, most.listed, most.counted],
  });
  return read.rows;
}

/** Interactions counted under each of these nodes; nodes without any are missing. */
export async function interactionsOfNodes(
  client: ClientBase,
  workspace: number,
  nodes: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const read = await client.query<{ node: number; interactions: number }>(
    `select node::float8 as node, sum(interactions)::float8 as interactions
     from node_activity
     where workspace = $1 and node = any($2::bigint[])
     group by node`,
    [workspace, nodes],
  );
  return new Map(read.rows.map((row) => [row.node, row.interactions]));
}

/** The person each of these nodes stands in, with its public id. */
export async function personsOfNodes(
  client: ClientBase,
  workspace: number,
  nodes: readonly number[],
): Promise<readonly { readonly node: number; readonly person: number; readonly id: string }[]> {
  const read = await client.query<{ node: number; person: number; id: string }>(
    `select p.node::float8 as node, p.person::float8 as person, a.id
     from node_person p
     join identifier a on a.workspace = $1 and a.node = p.person
     where p.workspace = $1 and p.node = any($2::bigint[]) and p.valid_to = 'infinity'`,
    [workspace, nodes],
  );
  return read.rows;
}
