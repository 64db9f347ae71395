import type { ClientBase } from 'pg';

export interface StoredPattern {
  readonly recognised: boolean;
  /** Pairs of a source and what its messages name, as source × 65536 + code of the namespace. */
  readonly known: readonly number[];
  readonly people: number;
}

/** Counts persons by who knows what of them, from what the sources' messages say (decisions of people name no source). */
export async function countKnownPatterns(client: ClientBase, workspace: number): Promise<readonly StoredPattern[]> {
  await client.query("set local work_mem = '64MB'");
  const read = await client.query<StoredPattern>(
    `with named as (
       select m.source, n.node
       from match m
       cross join lateral unnest(m.nodes) as n(node)
       where m.workspace = $1 and m.kind in (1, 2)
     ), known as (
       select q.person, array_agg(distinct named.source * 65536::bigint + i.namespace)::float8[] as known
       from named
       join node_person q on q.workspace = $1 and q.node = named.node and q.valid_to = 'infinity'
       join identifier i on i.workspace = $1 and i.node = named.node
       group by q.person
     )
     select p.recognised, known.known, count(*)::float8 as people
     from known
     join person p on p.workspace = $1 and p.person = known.person
     group by p.recognised, known.known`,
    [workspace],
  );
  return read.rows;
}

export interface CoveredSource {
  readonly source: number;
  readonly id: string;
  readonly name: string;
  readonly channel: string;
}

/** Every source but the one that stands for people's own decisions. */
export async function coveredSources(client: ClientBase, workspace: number): Promise<readonly CoveredSource[]> {
  const read = await client.query<CoveredSource>(
    'select source, id, name, channel from source where workspace = $1 and source > 0 order by source',
    [workspace],
  );
  return read.rows;
}
