import type { ClientBase } from 'pg';

/** Persons of whom a source claims anything. */
export async function personsOfSource(
  client: ClientBase,
  workspace: number,
  source: number,
): Promise<readonly number[]> {
  const read = await client.query<{ person: number }>(
    `select distinct p.person::float8 as person from claim c
     join node_person p on p.workspace = c.workspace and p.node = c.node
     where c.workspace = $1 and c.source = $2 order by 1`,
    [workspace, source],
  );
  return read.rows.map((row) => row.person);
}
