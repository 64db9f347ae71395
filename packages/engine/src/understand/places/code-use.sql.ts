import type { ClientBase } from 'pg';
import type { WorkspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { counts } from '../kinds/kind-key.sql.js';

/** Interactions that count, by the code of the word they name a location by; 0: none. */
export function interactionsByLocationSql(tables: WorkspaceTables): string {
  return `select location, toFloat64(count()) as interactions
from ${tables.interactions}
where ${counts}
group by location`;
}

/** What else names a location: counts without persons (distinct buckets), and happenings. */
export async function otherUses(
  client: ClientBase,
  workspace: number,
): Promise<readonly { readonly code: string; readonly numbers: number; readonly happenings: number }[]> {
  const found = await client.query<{ code: string; numbers: number; happenings: number }>(
    `with counted as (
       select location as code, count(distinct (source, measure, per, touchpoint, starts_at)) as numbers
       from count_value
       where workspace = $1 and location <> ''
       group by location
     ), happened as (
       select location as code, count(*) as happenings
       from happening
       where workspace = $1 and location <> '' and removed_at is null
       group by location
     )
     select code, coalesce(c.numbers, 0)::float8 as numbers, coalesce(h.happenings, 0)::float8 as happenings
     from counted c full join happened h using (code)`,
    [workspace],
  );
  return found.rows;
}
