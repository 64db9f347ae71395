import type { ClientBase } from 'pg';

export interface StoredPattern {
  readonly recognised: boolean;
  /** A bit for each pair of a source and a namespace, see `pairOfBit`; words of 62 bits as decimal text. */
  readonly known: readonly string[];
  readonly people: number;
}

/** How pairs of a source (from 1) and a namespace (from 1) become bits. */
export interface PairBits {
  readonly sources: number;
  readonly namespaces: number;
}

const wordBits = 62;

export function pairOfBit(
  { namespaces }: PairBits,
  bit: number,
): { readonly source: number; readonly namespace: number } {
  return { source: Math.floor(bit / namespaces) + 1, namespace: (bit % namespaces) + 1 };
}

/** The bits that are set in words of `StoredPattern`. */
export function bitsOf(words: readonly string[]): readonly number[] {
  return words.flatMap((text, at) => {
    const word = BigInt(text);
    return Array.from({ length: wordBits }, (_, bit) => bit)
      .filter((bit) => (word >> BigInt(bit)) & 1n)
      .map((bit) => at * wordBits + bit);
  });
}

/**
 * Counts persons by who knows what of them, from what the sources' messages say (decisions of people name no source).
 *
 * It reads all there is of the workspace, so joins by hash suit it whatever the statistics say; tables that were just filled have none, and
 * without `materialized` the joins would then be made anew for each match (over a minute for 2,000 customers). Bits instead of a list of
 * distinct pairs leave nothing to sort within a person.
 */
export async function countKnownPatterns(
  client: ClientBase,
  workspace: number,
  bits: PairBits,
): Promise<readonly StoredPattern[]> {
  const words = Math.ceil((bits.sources * bits.namespaces) / wordBits);
  if (words === 0) return [];
  const word = (at: number): string =>
    `coalesce(bit_or(1::bigint << (bit - ${at * wordBits})) filter (where bit between ${at * wordBits} and ${at * wordBits + wordBits - 1}), 0)`;
  await client.query("set local work_mem = '64MB'");
  await client.query('set local enable_nestloop = off');
  const read = await client.query<StoredPattern>(
    `with named as materialized (
       select m.source, n.node
       from match m
       cross join lateral unnest(m.nodes) as n(node)
       where m.workspace = $1 and m.kind in (1, 2)
     ), told as (
       select q.person, (named.source - 1) * $2::integer + i.namespace - 1 as bit
       from named
       join node_person q on q.workspace = $1 and q.node = named.node and q.valid_to = 'infinity'
       join identifier i on i.workspace = $1 and i.node = named.node
     ), known as (
       select person, array[${Array.from({ length: words }, (_, at) => word(at)).join(', ')}] as known
       from told
       group by person
     )
     select p.recognised, known.known::text[] as known, count(*)::float8 as people
     from known
     join person p on p.workspace = $1 and p.person = known.person
     group by p.recognised, known.known`,
    [workspace, bits.namespaces],
  );
  await client.query('set local enable_nestloop = on');
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
