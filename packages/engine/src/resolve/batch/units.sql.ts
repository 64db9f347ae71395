import type { ClientBase } from 'pg';

export interface UnitKey {
  readonly kind: 'account' | 'household';
  readonly value: string;
}

export interface StoredUnit extends UnitKey {
  readonly unit: number;
}

export async function findUnits(
  client: ClientBase,
  workspace: number,
  keys: readonly UnitKey[],
): Promise<readonly StoredUnit[]> {
  const found = await client.query<StoredUnit>({
    name: 'find-units',
    text: `select u.unit::float8 as unit, u.kind, u.value from unnest($2::text[], $3::text[]) as k(kind, value)
      join unit u on u.workspace = $1 and u.kind = k.kind and u.value = k.value`,
    values: [workspace, keys.map((key) => key.kind), keys.map((key) => key.value)],
  });
  return found.rows;
}

export async function insertUnits(
  client: ClientBase,
  workspace: number,
  rows: readonly (StoredUnit & { readonly id: string })[],
  at: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'insert-units',
    text: `insert into unit (workspace, unit, id, kind, value, created_at)
      select $1, u, i, k, v, $2 from unnest($3::bigint[], $4::uuid[], $5::text[], $6::text[]) as t(u, i, k, v)`,
    values: [
      workspace,
      at,
      rows.map((row) => row.unit),
      rows.map((row) => row.id),
      rows.map((row) => row.kind),
      rows.map((row) => row.value),
    ],
  });
}

export interface MemberRow {
  readonly unit: number;
  readonly node: number;
  readonly source: number;
  readonly import: number;
  readonly firstAtMs: number;
}

/** Membership hangs on the node, like everything; the earliest time it was said counts. */
export async function addMembers(client: ClientBase, workspace: number, rows: readonly MemberRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'add-members',
    text: `insert into unit_member as known (workspace, unit, node, source, import, first_at)
      select $1, u, n, s, i, to_timestamp(min(f) / 1000) from unnest($2::bigint[], $3::bigint[], $4::integer[], $5::integer[], $6::float8[]) as t(u, n, s, i, f)
      group by u, n, s, i
      on conflict (workspace, unit, node, source, import) do update set first_at = excluded.first_at where excluded.first_at < known.first_at`,
    values: [
      workspace,
      rows.map((row) => row.unit),
      rows.map((row) => row.node),
      rows.map((row) => row.source),
      rows.map((row) => row.import),
      rows.map((row) => row.firstAtMs),
    ],
  });
}
