import type { ClientBase } from 'pg';

/** What one source (and import) said of a node or unit about one trait with one value, over all its messages. */
export interface ClaimRow {
  /** Node, or unit. */
  readonly of: number;
  readonly trait: string;
  readonly source: number;
  readonly import: number;
  readonly valueHash: string;
  /** JSON text; `null` claims "empty". */
  readonly value: string;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly lastMessage: string;
  readonly times: number;
}

const tables = { node: 'claim', unit: 'unit_claim' } as const;

/** Adds to what was claimed. The comparison lies in the statement, so the order in which messages arrive does not matter. */
export async function addClaims(
  client: ClientBase,
  workspace: number,
  of: 'node' | 'unit',
  rows: readonly ClaimRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const table = tables[of];
  await client.query({
    name: `add-claims-${of}`,
    text: `insert into ${table} as known (workspace, ${of}, trait, source, import, value_hash, value, first_at, last_at, last_message, times)
      select $1, o, t, s, i, h, v, to_timestamp(f / 1000), to_timestamp(l / 1000), m, n
      from unnest($2::bigint[], $3::text[], $4::integer[], $5::integer[], $6::uuid[], $7::text[], $8::float8[], $9::float8[], $10::uuid[], $11::bigint[])
        as given(o, t, s, i, h, v, f, l, m, n)
      order by o, t, s, i, h
      on conflict (workspace, ${of}, trait, source, import, value_hash) do update set
        times = known.times + excluded.times,
        first_at = least(known.first_at, excluded.first_at),
        last_at = greatest(known.last_at, excluded.last_at),
        last_message = case when (excluded.last_at, excluded.last_message) > (known.last_at, known.last_message)
          then excluded.last_message else known.last_message end`,
    values: [
      workspace,
      rows.map((row) => row.of),
      rows.map((row) => row.trait),
      rows.map((row) => row.source),
      rows.map((row) => row.import),
      rows.map((row) => row.valueHash),
      rows.map((row) => row.value),
      rows.map((row) => row.firstAtMs),
      rows.map((row) => row.lastAtMs),
      rows.map((row) => row.lastMessage),
      rows.map((row) => row.times),
    ],
  });
}

export interface StoredClaim {
  readonly person: number;
  readonly node: number;
  readonly trait: string;
  readonly source: number;
  readonly sourceId: string;
  readonly trust: number;
  readonly value: string;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly lastMessage: string;
  readonly times: number;
}

/** Every claim on every node of these persons. */
export async function claimsOfPersons(
  client: ClientBase,
  workspace: number,
  persons: readonly number[],
): Promise<readonly StoredClaim[]> {
  const found = await client.query<StoredClaim>({
    name: 'claims-of-persons',
    text: `select w.person::float8 as person, c.node::float8 as node, c.trait, c.source, s.id as "sourceId", s.trust, c.value,
        (extract(epoch from c.first_at) * 1000)::float8 as "firstAtMs", (extract(epoch from c.last_at) * 1000)::float8 as "lastAtMs",
        c.last_message as "lastMessage", c.times::float8 as times
      from unnest($2::bigint[]) as w(person)
      cross join lateral (select node from node_person p where p.workspace = $1 and p.person = w.person offset 0) p
      cross join lateral (select * from claim c where c.workspace = $1 and c.node = p.node offset 0) c
      join source s on s.workspace = $1 and s.source = c.source`,
    values: [workspace, persons],
  });
  return found.rows;
}
