import type { ClientBase } from 'pg';

/** Newest move that is sent and not folded; 0 if there is none. */
export async function newestOpenVersion(client: ClientBase, workspace: number, cursor: number): Promise<number> {
  const read = await client.query<{ version: number }>(
    `select coalesce(max(version), 0)::float8 as version from override where workspace = $1 and batch <= $2 and not folded`,
    [workspace, cursor],
  );
  return read.rows[0]?.version ?? 0;
}

/** Persons that open moves touch, and all there are. */
export async function touchedPersons(
  client: ClientBase,
  workspace: number,
): Promise<{ readonly touched: number; readonly persons: number }> {
  const read = await client.query<{ touched: number; persons: number }>(
    `select
       (select count(*) from (
         select person from override where workspace = $1 and not folded
         union
         select was from override where workspace = $1 and not folded
       ) t)::float8 as touched,
       (select count(*) from person where workspace = $1)::float8 as persons`,
    [workspace],
  );
  return read.rows[0] ?? { touched: 0, persons: 0 };
}

/** Partitions folded in the fold that is under way, and up to which version. */
export async function foldedPartitions(client: ClientBase, workspace: number): Promise<ReadonlyMap<number, number>> {
  const read = await client.query<{ month: number; version: number }>(
    'select month, version::float8 as version from folded_partition where workspace = $1',
    [workspace],
  );
  return new Map(read.rows.map((row) => [row.month, row.version]));
}

export async function recordFolded(
  client: ClientBase,
  workspace: number,
  month: number,
  version: number,
): Promise<void> {
  await client.query(
    `insert into folded_partition (workspace, month, version) values ($1, $2, $3)
     on conflict (workspace, month) do update set version = excluded.version`,
    [workspace, month, version],
  );
}

export async function forgetFoldedPartitions(client: ClientBase, workspace: number): Promise<void> {
  await client.query('delete from folded_partition where workspace = $1', [workspace]);
}

/** Every partition was folded up to `version`: those moves are in the rows, and leave the engine after the grace. */
export async function finishFold(
  client: ClientBase,
  workspace: number,
  version: number,
  graceMs: number,
): Promise<void> {
  await client.query('update override set folded = true where workspace = $1 and version <= $2 and not folded', [
    workspace,
    version,
  ]);
  await forgetFoldedPartitions(client, workspace);
  await client.query(
    `insert into projection (workspace, forget_version, forget_after) values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
     on conflict (workspace) do update set forget_version = greatest(projection.forget_version, excluded.forget_version), forget_after = excluded.forget_after, fold_asked = false`,
    [workspace, version, graceMs],
  );
}

export async function finishForget(client: ClientBase, workspace: number): Promise<void> {
  await client.query(`update projection set forget_after = 'infinity' where workspace = $1`, [workspace]);
}
