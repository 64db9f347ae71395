import type { ClientBase } from 'pg';

export interface StoredCounts {
  readonly customers: number;
  readonly visitors: number;
  readonly inSeveralChannels: number;
}

/** Reads an index alone, as far as the table was vacuumed. */
export async function countPersons(client: ClientBase, workspace: number): Promise<StoredCounts> {
  const read = await client.query<StoredCounts>(
    `select count(*) filter (where recognised)::float8 as customers,
       count(*) filter (where not recognised)::float8 as visitors,
       count(*) filter (where recognised and channels & (channels - 1) <> 0)::float8 as "inSeveralChannels"
     from person
     where workspace = $1`,
    [workspace],
  );
  return read.rows[0] ?? { customers: 0, visitors: 0, inSeveralChannels: 0 };
}

/** Where a page of the list ended; `lastAt` in microseconds, null of persons without interactions, who come last. */
export interface ListPlace {
  readonly lastAt: number | null;
  readonly person: number;
}

/** Persons of one kind, the one with the newest interaction first. */
export async function listPersons(
  client: ClientBase,
  workspace: number,
  recognised: boolean,
  after: ListPlace | undefined,
  limit: number,
): Promise<readonly ListPlace[]> {
  const at = `timestamptz 'epoch' + $4 * interval '1 microsecond'`;
  const order = 'order by last_at desc nulls last, person limit $3';
  const rows = (where: string): string =>
    `(select last_at, person from person where workspace = $1 and recognised = $2 and ${where} ${order})`;
  const branches =
    after === undefined
      ? rows('true')
      : after.lastAt === null
        ? rows('last_at is null and person > $5 and $4::float8 is null')
        : [rows(`last_at = ${at} and person > $5`), rows(`last_at < ${at}`), rows('last_at is null')].join(
            ' union all ',
          );
  const read = await client.query<ListPlace>(
    `select (extract(epoch from last_at) * 1000000)::float8 as "lastAt", person::float8 as person
     from (${branches}) as page
     ${order}`,
    after === undefined ? [workspace, recognised, limit] : [workspace, recognised, limit, after.lastAt, after.person],
  );
  return read.rows;
}

export interface StoredSummary {
  readonly person: number;
  readonly id: string;
  readonly name: string | null;
  readonly recognised: boolean;
  readonly interactions: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly channels: string;
  readonly identifiers: readonly { readonly namespace: number; readonly value: string }[];
}

/** Persons in the order asked for, each with its three strongest identifiers; `ranked` are the namespaces, strongest first. */
export async function readSummaries(
  client: ClientBase,
  workspace: number,
  persons: readonly number[],
  ranked: readonly number[],
): Promise<readonly StoredSummary[]> {
  const read = await client.query<StoredSummary>({
    name: 'read-summaries',
    text: `select p.person::float8 as person, a.id, p.name, p.recognised, p.interactions::float8 as interactions, p.first_at as "firstAt",
        p.last_at as "lastAt", p.channels::text as channels, coalesce(best.identifiers, '[]') as identifiers
      from unnest($2::bigint[]) with ordinality as w(person, place)
      cross join lateral (select * from person p where p.workspace = $1 and p.person = w.person offset 0) p
      cross join lateral (select id from identifier a where a.workspace = $1 and a.node = w.person offset 0) a
      cross join lateral (
        select json_agg(json_build_object('namespace', b.namespace, 'value', b.value) order by b.rank, b.value using ~<~) as identifiers
        from (
          select i.namespace, i.value, array_position($3::smallint[], i.namespace) as rank
          from node_person q
          cross join lateral (select namespace, value from identifier i where i.workspace = $1 and i.node = q.node offset 0) i
          where q.workspace = $1 and q.person = w.person
          order by rank, i.value using ~<~
          limit 3
        ) b
      ) best
      order by w.place`,
    values: [workspace, persons, ranked],
  });
  return read.rows;
}
