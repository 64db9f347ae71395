import type { Location } from '@throughline/core/collect/locations/location';
import type { ClientBase } from 'pg';

/** Every place with its codes, by name. */
export async function listLocations(client: ClientBase, workspace: number): Promise<readonly Location[]> {
  const found = await client.query<Location>(
    `select l.id, l.parent, l.kind, l.name,
       array(select c.code from location_code c where c.workspace = $1 and c.location = l.id order by c.code) as codes
     from location l
     where l.workspace = $1
     order by lower(l.name), l.id`,
    [workspace],
  );
  return found.rows;
}

/** One change of a workspace's tree at a time, so that two of them cannot make a ring together. */
export async function lockTree(client: ClientBase, workspace: number): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('location tree ' || $1::text, 0))`, [workspace]);
}

/** Makes a place, or says anew what it is; codes apart. */
export async function putLocation(
  client: ClientBase,
  workspace: number,
  { id, parent, kind, name }: Omit<Location, 'codes'>,
  at: Date,
): Promise<void> {
  await client.query(
    `insert into location (workspace, id, parent, kind, name, created_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace, id) do update set parent = excluded.parent, kind = excluded.kind, name = excluded.name`,
    [workspace, id, parent, kind, name, at],
  );
}

/** Gives a place exactly these codes, none of which belongs to another. */
export async function setCodes(
  client: ClientBase,
  workspace: number,
  id: string,
  codes: readonly string[],
): Promise<void> {
  await client.query('delete from location_code where workspace = $1 and location = $2 and code <> all($3)', [
    workspace,
    id,
    codes,
  ]);
  await client.query(
    `insert into location_code (workspace, code, location)
     select $1, code, $2 from unnest($3::text[]) as given(code)
     on conflict do nothing`,
    [workspace, id, codes],
  );
}

export async function deleteLocation(client: ClientBase, workspace: number, id: string): Promise<void> {
  await client.query('delete from location where workspace = $1 and id = $2', [workspace, id]);
}
