import type { ClientBase, Pool } from 'pg';
import { askRebuild } from '../resolve/project/projection.sql.js';

/**
 * Shuts a workspace that is being removed, in one transaction: nobody may enter or send any more, no batch of it commits any more, and the
 * projector is asked to empty its part of the analytics engine, with nothing to send again afterwards. Waits for a batch that is under way:
 * rows are locked in the order in which resolving and importing lock them, the resolver's head first, then imports, then the head of the log.
 */
export async function closeWorkspace(client: ClientBase, workspace: number): Promise<void> {
  await client.query('select from resolve_head where workspace = $1 for update', [workspace]);
  const members = await client.query<{ user: string }>(
    'delete from member where workspace = $1 returning user_id as user',
    [workspace],
  );
  for (const { user } of members.rows) await client.query('select forget_user_without_workspace($1)', [user]);
  await client.query('delete from invitation where workspace = $1', [workspace]);
  await client.query('delete from api_token where workspace = $1', [workspace]);
  await client.query('delete from write_key where workspace = $1', [workspace]);
  await client.query(
    `update import_run set state = 'undone' where workspace = $1 and state in ('waiting', 'running', 'resolving')`,
    [workspace],
  );
  await askRebuild(client, workspace);
  await endLease(client, workspace, 'resolve');
  await client.query('delete from intake_head where workspace = $1', [workspace]);
  await client.query('delete from manifest where workspace = $1', [workspace]);
  await client.query('delete from override where workspace = $1', [workspace]);
  await client.query('update resolve_head set next_batch = 1 where workspace = $1', [workspace]);
}

/** Takes a workspace from whoever works on it, for good. */
export async function endLease(
  client: ClientBase | Pool,
  workspace: number,
  consumer: 'resolve' | 'project',
): Promise<void> {
  await client.query(
    `update consumer
     set owner = null, fence = fence + 1, leased_until = 'infinity'
     where workspace = $1 and name = $2`,
    [workspace, consumer],
  );
}

/** Whether the projector still has to empty the workspace's part of the analytics engine. */
export async function isEmptying(pool: Pool, workspace: number): Promise<boolean> {
  const found = await pool.query('select from projection where workspace = $1 and emptying', [workspace]);
  return found.rowCount === 1;
}

/** Every import of the workspace, and the ids under which files of it may lie in the staging folder. */
export async function stagedIn(
  pool: Pool,
  workspace: number,
): Promise<{ readonly imports: readonly number[]; readonly ids: readonly string[] }> {
  const imports = await pool.query<{ import: number; id: string }>(
    'select import, id from import_run where workspace = $1',
    [workspace],
  );
  const files = await pool.query<{ id: string }>('select id from staged_file where workspace = $1', [workspace]);
  return {
    imports: imports.rows.map((row) => row.import),
    ids: [...imports.rows, ...files.rows].map((row) => row.id),
  };
}

/** Deletes some rows of one table; false when only the workspace itself is left. */
export async function removeRows(pool: Pool, workspace: number, most: number): Promise<boolean> {
  const removed = await pool.query<{ table: string | null }>('select remove_sample_rows($1, $2) as table', [
    workspace,
    most,
  ]);
  return removed.rows[0]?.table != null;
}

/** The end: nothing else may refer to the workspace by now. Its number is never given again. */
export async function deleteWorkspace(client: ClientBase, workspace: number): Promise<void> {
  await client.query(`delete from sample_company where workspace = $1 and state = 'removing'`, [workspace]);
  await client.query('delete from workspace where workspace = $1', [workspace]);
}
