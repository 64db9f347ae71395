import type { ClientBase } from 'pg';

/** Names of the traits that the newest persons have, and of these traits those that anybody has. */
export async function readTraitNames(
  client: ClientBase,
  workspace: number,
  wanted: readonly string[],
): Promise<readonly string[]> {
  const usual = await client.query<{ trait: string }>(
    `with newest as (
       select golden
       from person
       where workspace = $1
       order by recognised desc, last_at desc nulls last
       limit 2000
     )
     select distinct g.used ->> 'trait' as trait
     from newest
     cross join lateral jsonb_array_elements(golden) as g(used)`,
    [workspace],
  );
  const names = usual.rows.map(({ trait }) => trait);
  const rest = wanted.filter((trait) => !names.includes(trait));
  if (rest.length === 0) return names;
  const rare = await client.query<{ trait: string }>(
    `select w.trait
     from unnest($2::text[]) as w(trait)
     where exists (
       select
       from person p
       where p.workspace = $1 and p.golden @> jsonb_build_array(jsonb_build_object('trait', w.trait)))`,
    [workspace, rest],
  );
  return [...names, ...rare.rows.map(({ trait }) => trait)];
}
