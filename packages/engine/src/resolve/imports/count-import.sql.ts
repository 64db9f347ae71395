import type { ClientBase } from 'pg';

/** What hangs on an import: interactions that count, and persons of whom it says something. */
export async function countImport(
  client: ClientBase,
  workspace: number,
  run: number,
): Promise<{ readonly interactions: number; readonly persons: number }> {
  const found = await client.query<{ interactions: number; persons: number }>(
    `with nodes as (
       select node from node_activity where workspace = $1 and import = $2
       union select node from claim where workspace = $1 and import = $2
       union select unnest(nodes) from match where workspace = $1 and import = $2
     )
     select (select coalesce(sum(interactions), 0) from node_activity where workspace = $1 and import = $2)::float8 as interactions,
       (select count(distinct p.person) from nodes n
        join node_person p on p.workspace = $1 and p.node = n.node and p.valid_to = 'infinity'
        where p.node > 0)::float8 as persons`,
    [workspace, run],
  );
  return found.rows[0] ?? { interactions: 0, persons: 0 };
}
