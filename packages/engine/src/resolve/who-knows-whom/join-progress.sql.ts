import type { LearnedInMonth } from '@throughline/core/resolve/who-knows-whom/join-progress';
import type { ClientBase } from 'pg';

/**
 * What each month made known of those who are customers today, and what was joined and taken apart in it, by the clock of `zone`. When
 * something became known is when it was resolved, whatever time the source said it happened.
 */
export async function learnedByMonth(
  client: ClientBase,
  workspace: number,
  zone: string,
): Promise<readonly LearnedInMonth[]> {
  await client.query("set local work_mem = '64MB'");
  await client.query('set local enable_nestloop = off');
  const read = await client.query<LearnedInMonth>(
    `with named as materialized (
       select m.source, m.created_at, n.node
       from match m
       cross join lateral unnest(m.nodes) as n(node)
       where m.workspace = $1 and m.kind in (1, 2)
     ), told as (
       select q.person, named.source, min(named.created_at) as at
       from named
       join node_person q on q.workspace = $1 and q.node = named.node and q.valid_to = 'infinity'
       group by q.person, named.source
     ), met as (
       select person, array_agg(at order by at) as at
       from told
       group by person
     ), learned as (
       select to_char(met.at[nth.place] at time zone $2, 'YYYY-MM') as month, nth.place
       from met
       join person p on p.workspace = $1 and p.person = met.person and p.recognised
       cross join (values (1), (2)) as nth(place)
       where met.at[nth.place] is not null
     ), known as (
       select month, count(*) filter (where place = 1) as met, count(*) filter (where place = 2) as shared
       from learned
       group by month
     ), changed as (
       select to_char(at at time zone $2, 'YYYY-MM') as month, count(*) filter (where kind = 'joined') as joined,
         count(*) filter (where kind = 'split') as split
       from person_change
       where workspace = $1
       group by 1
     )
     select month, coalesce(met, 0)::float8 as met, coalesce(shared, 0)::float8 as shared, coalesce(joined, 0)::float8 as joined,
       coalesce(split, 0)::float8 as split
     from known
     full join changed using (month)
     order by month`,
    [workspace, zone],
  );
  await client.query('set local enable_nestloop = on');
  return read.rows;
}
