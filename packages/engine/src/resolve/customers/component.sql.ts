import type { ClientBase } from 'pg';

export interface StoredMatchRow {
  readonly match: number;
  readonly id: string;
  readonly key: string;
  readonly source: number;
  readonly kind: number;
  readonly strength: number;
  readonly firstAtMs: number;
  readonly nodes: readonly number[];
  readonly decidedBy: string | null;
}

const columns = `m.match::float8 as match, m.id, encode(m.key, 'hex') as key, m.source, m.kind, m.strength,
  (extract(epoch from m.first_at) * 1000)::float8 as "firstAtMs", m.nodes::float8[] as nodes, m.decided_by as "decidedBy"`;

/** Matches that hang on these nodes. */
export async function matchesOfHomes(
  client: ClientBase,
  workspace: number,
  homes: readonly number[],
): Promise<readonly StoredMatchRow[]> {
  const found = await client.query<StoredMatchRow>({
    name: 'matches-of-homes',
    text: `select ${columns}
      from unnest($2::bigint[]) as h(home)
      cross join lateral (select * from match m where m.workspace = $1 and m.home = h.home offset 0) m`,
    values: [workspace, homes],
  });
  return found.rows;
}

/** Decisions that name any of these nodes, wherever they hang. */
export async function decisionsNaming(
  client: ClientBase,
  workspace: number,
  nodes: readonly number[],
): Promise<readonly StoredMatchRow[]> {
  const found = await client.query<StoredMatchRow>({
    name: 'decisions-naming',
    text: `select ${columns}
      from decisions_naming($2::bigint[]) as d(match)
      cross join lateral (select * from match m where m.workspace = $1 and m.match = d.match offset 0) m`,
    values: [workspace, nodes],
  });
  return found.rows;
}

/** Components of these nodes. */
export async function componentsOfNodes(
  client: ClientBase,
  workspace: number,
  nodes: readonly number[],
): Promise<readonly number[]> {
  const found = await client.query<{ component: number }>(
    `select distinct component::float8 as component
     from identifier
     where workspace = $1 and node = any($2::bigint[])`,
    [workspace, nodes],
  );
  return found.rows.map((row) => row.component);
}

/** A match by its public id. */
export async function findMatch(
  client: ClientBase,
  workspace: number,
  id: string,
): Promise<{ readonly kind: number; readonly nodes: readonly number[] } | undefined> {
  const found = await client.query<{ kind: number; nodes: number[] }>(
    'select kind, nodes::float8[] as nodes from match where workspace = $1 and id = $2',
    [workspace, id],
  );
  return found.rows[0];
}
