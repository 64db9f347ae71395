import type { ClientBase } from 'pg';

export interface ActivityRow {
  readonly node: number;
  readonly import: number;
  readonly interactions: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  /** Bit set of channel codes, as decimal text. */
  readonly channels: string;
}

/** Adds what a batch counted under its nodes. */
export async function addActivity(client: ClientBase, workspace: number, rows: readonly ActivityRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'add-activity',
    text: `insert into node_activity as known (workspace, node, import, interactions, first_at, last_at, channels)
      select $1, n, i, c, to_timestamp(f / 1000), to_timestamp(l / 1000), ch
      from unnest($2::bigint[], $3::integer[], $4::bigint[], $5::float8[], $6::float8[], $7::bigint[]) as t(n, i, c, f, l, ch)
      order by n, i
      on conflict (workspace, node, import) do update set
        interactions = known.interactions + excluded.interactions,
        first_at = least(known.first_at, excluded.first_at),
        last_at = greatest(known.last_at, excluded.last_at),
        channels = known.channels | excluded.channels`,
    values: [
      workspace,
      rows.map((row) => row.node),
      rows.map((row) => row.import),
      rows.map((row) => row.interactions),
      rows.map((row) => row.firstAtMs),
      rows.map((row) => row.lastAtMs),
      rows.map((row) => row.channels),
    ],
  });
}

/**
 * Which of these persons have no node any more, and what the others sum to; writes both, and tells who is gone. Golden traits are written apart.
 * Each table is reached through a lateral of its own: left to itself, a plan made while a table was empty reads all of it for each person.
 */
export async function recountStored(
  client: ClientBase,
  workspace: number,
  persons: readonly number[],
): Promise<readonly number[]> {
  const read = await client.query<{ person: number }>({
    name: 'recount-persons',
    text: `with counted as (
        select w.person, a.nodes, a.interactions, a.first_at, a.last_at, a.channels
        from unnest($2::bigint[]) as w(person)
        cross join lateral (
          select count(distinct p.node) as nodes, coalesce(sum(a.interactions), 0) as interactions, min(a.first_at) as first_at, max(a.last_at) as last_at,
            coalesce(bit_or(a.channels), 0) as channels
          from (select node from node_person where workspace = $1 and person = w.person offset 0) p
          left join lateral (
            select interactions, first_at, last_at, channels from node_activity where workspace = $1 and node = p.node offset 0
          ) a on true
        ) a
      ), gone as (
        delete from person p using counted c
        where p.workspace = $1 and p.person = c.person and c.nodes = 0
        returning p.person
      ), kept as (
        insert into person as known (workspace, person, recognised, interactions, first_at, last_at, channels)
        select $1, person, false, interactions, first_at, last_at, channels from counted where nodes > 0 order by person
        on conflict (workspace, person) do update set
          interactions = excluded.interactions, first_at = excluded.first_at, last_at = excluded.last_at, channels = excluded.channels
        where (known.interactions, known.first_at, known.last_at, known.channels)
          is distinct from (excluded.interactions, excluded.first_at, excluded.last_at, excluded.channels)
      )
      select person::float8 as person from gone`,
    values: [workspace, persons],
  });
  return read.rows.map(({ person }) => person);
}

/** Persons after one, in the order of their numbers. */
export async function personPage(
  client: ClientBase,
  workspace: number,
  after: number,
  limit: number,
): Promise<readonly number[]> {
  const read = await client.query<{ person: number }>({
    name: 'person-page',
    text: `select person.person::float8 as person
      from person
      where workspace = $1 and person.person > $2
      order by person.person limit $3`,
    values: [workspace, after, limit],
  });
  return read.rows.map((row) => row.person);
}

export interface PersonIdentity {
  readonly person: number;
  readonly recognised: boolean;
  readonly name: string | null;
  /** JSON text of the golden traits. */
  readonly golden: string;
  /** Traits about which sources contradict each other. */
  readonly contradicted: readonly string[];
}

/** Tells whose name, traits or kind are others now. */
export async function writePersonIdentities(
  client: ClientBase,
  workspace: number,
  rows: readonly PersonIdentity[],
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set();
  const written = await client.query<{ person: number }>({
    name: 'write-person-identities',
    text: `update person p set recognised = t.recognised, name = t.name, golden = t.golden, contradicted = t.contradicted::text[]
      from unnest($2::bigint[], $3::boolean[], $4::text[], $5::jsonb[], $6::text[]) as t(person, recognised, name, golden, contradicted)
      where p.workspace = $1 and p.person = t.person
        and (p.recognised, p.name, p.golden, p.contradicted) is distinct from (t.recognised, t.name, t.golden, t.contradicted::text[])
      returning p.person::float8 as person`,
    values: [
      workspace,
      rows.map((row) => row.person),
      rows.map((row) => row.recognised),
      rows.map((row) => row.name),
      rows.map((row) => row.golden),
      rows.map((row) => arrayText(row.contradicted)),
    ],
  });
  return new Set(written.rows.map(({ person }) => person));
}

/** An array as PostgreSQL writes it: arrays of different lengths cannot be bound as one. */
function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

export interface PersonNode {
  readonly person: number;
  readonly node: number;
  readonly namespace: number;
  readonly value: string;
  readonly isHub: boolean;
}

/** The identifiers of these persons. */
export async function identifiersOfPersons(
  client: ClientBase,
  workspace: number,
  persons: readonly number[],
): Promise<readonly PersonNode[]> {
  const found = await client.query<PersonNode>({
    name: 'identifiers-of-persons',
    text: `select w.person::float8 as person, i.node::float8 as node, i.namespace, i.value, i.state = 2 as "isHub"
      from unnest($2::bigint[]) as w(person)
      cross join lateral (select node from node_person p where p.workspace = $1 and p.person = w.person offset 0) p
      cross join lateral (select node, namespace, value, state from identifier i where i.workspace = $1 and i.node = p.node offset 0) i`,
    values: [workspace, persons],
  });
  return found.rows;
}

/** Adds what a batch counted to persons whose nodes stayed the same. */
export async function addToPersons(
  client: ClientBase,
  workspace: number,
  rows: readonly (Omit<ActivityRow, 'node' | 'import'> & { readonly person: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'add-to-persons',
    text: `update person p set
        interactions = p.interactions + t.interactions,
        first_at = least(p.first_at, to_timestamp(t.first_at / 1000)),
        last_at = greatest(p.last_at, to_timestamp(t.last_at / 1000)),
        channels = p.channels | t.channels
      from (
        select person, sum(interactions) as interactions, min(first_at) as first_at, max(last_at) as last_at, bit_or(channels) as channels
        from unnest($2::bigint[], $3::bigint[], $4::float8[], $5::float8[], $6::bigint[]) as g(person, interactions, first_at, last_at, channels)
        group by person
      ) t
      where p.workspace = $1 and p.person = t.person`,
    values: [
      workspace,
      rows.map((row) => row.person),
      rows.map((row) => row.interactions),
      rows.map((row) => row.firstAtMs),
      rows.map((row) => row.lastAtMs),
      rows.map((row) => row.channels),
    ],
  });
}
