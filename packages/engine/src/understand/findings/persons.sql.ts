import type { ClientBase } from 'pg';

export interface PersonWord {
  readonly word: number;
  readonly bits: number;
}

/** Recognised customers, as `PersonSet` takes them. */
export async function recognisedPersons(client: ClientBase, workspace: number): Promise<readonly PersonWord[]> {
  const read = await client.query<PersonWord>(
    `select (person / 48)::float8 as word, bit_or(1::bigint << (person % 48)::integer)::float8 as bits
     from person
     where workspace = $1 and recognised
     group by person / 48`,
    [workspace],
  );
  return read.rows;
}

/** Persons who have an identifier of one of these namespaces. */
export async function personsKnownBy(
  client: ClientBase,
  workspace: number,
  namespaces: readonly number[],
): Promise<readonly PersonWord[]> {
  const read = await client.query<PersonWord>(
    `select (p.person / 48)::float8 as word, bit_or(1::bigint << (p.person % 48)::integer)::float8 as bits
     from identifier i
     join node_person p on p.workspace = $1 and p.node = i.node and p.valid_to = 'infinity'
     where i.workspace = $1 and i.namespace = any($2::smallint[])
     group by p.person / 48`,
    [workspace, namespaces],
  );
  return read.rows;
}

export interface SharedIdentifiers {
  readonly identifiers: number;
  readonly people: number;
  /** At most ten. */
  readonly look: readonly number[];
}

/** Identifiers of these namespaces that messages of several customers name: the weaker end of a refused join is one person's, and another's too. */
export async function countSharedIdentifiers(
  client: ClientBase,
  workspace: number,
  namespaces: readonly number[],
): Promise<SharedIdentifiers> {
  const read = await client.query<SharedIdentifiers>(
    `with named as (
       select r.b as node, p.person
       from refused_join r
       join identifier i on i.workspace = $1 and i.node = r.b
       join node_person p on p.workspace = $1 and p.node = r.a and p.valid_to = 'infinity'
       where r.workspace = $1 and i.namespace = any($2::smallint[])
       union
       select r.b as node, p.person
       from refused_join r
       join identifier i on i.workspace = $1 and i.node = r.b
       join node_person p on p.workspace = $1 and p.node = r.b and p.valid_to = 'infinity'
       where r.workspace = $1 and i.namespace = any($2::smallint[])
     ), customers as (
       select n.node, n.person
       from named n
       join person p on p.workspace = $1 and p.person = n.person and p.recognised
     ), shared as (
       select node
       from customers
       group by node
       having count(*) > 1
     )
     select count(distinct c.node)::float8 as identifiers, count(distinct c.person)::float8 as people,
       coalesce((array_agg(distinct c.person))[1:10], '{}')::float8[] as look
     from customers c
     join shared using (node)`,
    [workspace, namespaces],
  );
  return read.rows[0] ?? { identifiers: 0, people: 0, look: [] };
}

/** Until when each source says it is complete, in ms. */
export async function completeUntil(client: ClientBase, workspace: number): Promise<ReadonlyMap<number, number>> {
  const read = await client.query<{ source: number; untilMs: number }>(
    `select source, (extract(epoch from complete_until) * 1000)::float8 as "untilMs"
     from source
     where workspace = $1 and complete_until is not null`,
    [workspace],
  );
  return new Map(read.rows.map(({ source, untilMs }) => [source, untilMs]));
}
