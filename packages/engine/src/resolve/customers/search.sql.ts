import type { ClientBase } from 'pg';

/** Greater than every character that text holds: a text begins with a prefix if it lies between it and it followed by this. */
const beyond = 'chr(1114111)';

/** Persons who have exactly one of these identifiers, in the order given. `recognised`: only customers, only visitors, or both. */
export async function findByIdentifiers(
  client: ClientBase,
  workspace: number,
  wanted: readonly { readonly namespace: number; readonly value: string }[],
  recognised: boolean | undefined,
): Promise<readonly number[]> {
  const read = await client.query<{ person: number }>({
    name: 'find-by-identifiers',
    text: `select p.person::float8 as person
      from unnest($2::smallint[], $3::text[]) with ordinality as k(namespace, value, place)
      cross join lateral (
        select node from identifier i where i.workspace = $1 and i.namespace = k.namespace and i.value = k.value offset 0
      ) i
      cross join lateral (
        select person from node_person p where p.workspace = $1 and p.node = i.node and p.valid_to = 'infinity' offset 0
      ) p
      cross join lateral (select recognised from person s where s.workspace = $1 and s.person = p.person offset 0) s
      where $4::boolean is null or s.recognised = $4
      group by p.person
      order by min(k.place)`,
    values: [workspace, wanted.map((one) => one.namespace), wanted.map((one) => one.value), recognised ?? null],
  });
  return read.rows.map((row) => row.person);
}

/** Where a page of persons by name ended. */
export interface NamePlace {
  readonly name: string;
  readonly person: number;
}

/** Persons whose name begins so, in any case, by name; `recognised` lists the kinds. Those of `except` are passed over. */
export async function findByName(
  client: ClientBase,
  query: {
    readonly prefix: string;
    readonly recognised: readonly boolean[];
    readonly except: readonly number[];
    readonly after: NamePlace | undefined;
    readonly limit: number;
  },
): Promise<readonly NamePlace[]> {
  const { prefix, recognised, after, except, limit } = query;
  const read = await client.query<NamePlace>({
    name: 'find-by-name',
    text: 'select name, person::float8 as person from find_names($1, $2, $3, $4, $5, $6)',
    values: [prefix, recognised, after?.name ?? null, after?.person ?? null, except, limit],
  });
  return read.rows;
}

/** Identifiers of a namespace that begin so. */
export interface PrefixRange {
  readonly namespace: number;
  readonly prefix: string;
}

/** Where a page of persons by the beginning of an identifier ended: index of the range, and the last value. */
export interface PrefixPlace {
  readonly range: number;
  readonly value: string;
}

export interface PrefixHit extends PrefixPlace {
  readonly person: number;
  /** The person is of the kind wanted. */
  readonly isWanted: boolean;
  /** The person is of the kind wanted and was not found by a name, another identifier of an earlier range or a smaller value. */
  readonly isNew: boolean;
}

/** Identifiers that begin so with their persons, by range and value. */
export async function findByPrefix(
  client: ClientBase,
  workspace: number,
  query: {
    readonly ranges: readonly PrefixRange[];
    readonly recognised: boolean | undefined;
    readonly name: string;
    readonly except: readonly number[];
    readonly after: PrefixPlace | undefined;
    readonly limit: number;
  },
): Promise<readonly PrefixHit[]> {
  const read = await client.query<PrefixHit>(
    `with given as (
       select place - 1 as range, namespace, prefix
       from unnest($2::smallint[], $3::text[]) with ordinality as t(namespace, prefix, place)
     ), hit as materialized (
       select g.range, i.value, i.node
       from given g
       cross join lateral (
         select value, node
         from identifier i
         where i.workspace = $1 and i.namespace = g.namespace
           and i.value ~>~ (case when g.range = $4 and $5::text is not null then $5 else g.prefix end)
           and i.value ~<~ (g.prefix || ${beyond})
         order by i.value using ~<~
         limit $6
       ) i
       where g.range >= $4
       order by g.range, i.value using ~<~
       limit $6
     )
     select h.range::float8 as range, h.value, s.person::float8 as person,
       $8::boolean is null or s.recognised = $8 as "isWanted",
       s.person <> all($7::bigint[])
       and ($8::boolean is null or s.recognised = $8)
       and (s.name is null or not (lower(s.name) ~>=~ lower($9) and lower(s.name) ~<~ (lower($9) || ${beyond})))
       and not exists (
         select from node_person q
         join identifier e on e.workspace = $1 and e.node = q.node
         join given g on g.namespace = e.namespace and e.value ~>~ g.prefix and e.value ~<~ (g.prefix || ${beyond})
         where q.workspace = $1 and q.person = s.person and (g.range < h.range or (g.range = h.range and e.value ~<~ h.value))
       ) as "isNew"
     from hit h
     cross join lateral (
       select person from node_person p where p.workspace = $1 and p.node = h.node and p.valid_to = 'infinity' offset 0
     ) p
     cross join lateral (
       select person, recognised, name from person s where s.workspace = $1 and s.person = p.person offset 0
     ) s
     order by h.range, h.value using ~<~`,
    [
      workspace,
      query.ranges.map((range) => range.namespace),
      query.ranges.map((range) => range.prefix),
      query.after?.range ?? 0,
      query.after?.value ?? null,
      query.limit,
      query.except,
      query.recognised ?? null,
      query.name,
    ],
  );
  return read.rows;
}
