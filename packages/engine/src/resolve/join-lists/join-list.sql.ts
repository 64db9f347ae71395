import type { ClientBase } from 'pg';

export interface StoredJoinList {
  readonly id: string;
  readonly name: string;
  readonly decisions: number;
  /** How many of them stand now. */
  readonly standing: number;
  readonly isHandedOver: boolean;
  /** Everything that was ordered of it, to apply or to take it back, is done. */
  readonly isSettled: boolean;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
}

export async function insertJoinList(
  client: ClientBase,
  workspace: number,
  list: {
    readonly id: string;
    readonly name: string;
    readonly matches: readonly string[];
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await client.query(
    `insert into join_list (workspace, id, name, matches, made_by, made_at) values ($1, $2, $3, $4, $5, $6)`,
    [workspace, list.id, list.name, list.matches, list.by, list.at],
  );
}

export async function noteHandedOver(client: ClientBase, workspace: number, id: string, offset: bigint): Promise<void> {
  await client.query('update join_list set last_offset = $3 where workspace = $1 and id = $2', [workspace, id, offset]);
}

/** Marks a list as taken back; its decisions, or undefined if there is no such list. Twice is as once. */
export async function markUndone(
  client: ClientBase,
  workspace: number,
  id: string,
  by: string,
  at: Date,
): Promise<readonly string[] | undefined> {
  const read = await client.query<{ matches: string[] }>(
    `update join_list set undone_by = coalesce(undone_by, $3), undone_at = coalesce(undone_at, $4)
     where workspace = $1 and id = $2
     returning matches`,
    [workspace, id, by, at],
  );
  return read.rows[0]?.matches;
}

export async function noteUndoOrdered(
  client: ClientBase,
  workspace: number,
  id: string,
  offset: bigint,
): Promise<void> {
  await client.query('update join_list set undo_offset = $3 where workspace = $1 and id = $2', [workspace, id, offset]);
}

/** The newest lists, or one of them. */
export async function readJoinLists(
  client: ClientBase,
  workspace: number,
  resolved: bigint,
  id?: string,
): Promise<readonly StoredJoinList[]> {
  const read = await client.query<StoredJoinList>(
    `select l.id, l.name, cardinality(l.matches) as decisions,
       (
         select count(*)::float8
         from unnest(l.matches) as decided(id)
         cross join lateral (select m.match from match m where m.workspace = $1 and m.id = decided.id offset 0) m
       ) as standing,
       l.last_offset is not null as "isHandedOver",
       coalesce(l.undo_offset, l.last_offset, 0) <= $2::bigint and (l.undone_at is null or l.undo_offset is not null) as "isSettled",
       l.made_by as "madeBy", l.made_at as "madeAt", l.undone_by as "undoneBy", l.undone_at as "undoneAt"
     from join_list l
     where l.workspace = $1 and ($3::uuid is null or l.id = $3)
     order by l.made_at desc, l.id
     limit 20`,
    [workspace, resolved, id ?? null],
  );
  return read.rows;
}
