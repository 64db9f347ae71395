import type { Pool, PoolClient } from 'pg';
import { inTransaction } from './in-transaction.js';
import { beginInWorkspace, beginSnapshotInWorkspace } from './in-workspace.sql.js';

export interface AppPool {
  /** Connections of the app role: row-level security shows nothing outside `inWorkspace`. */
  readonly appPool: Pool;
}

/**
 * Runs `work` in one transaction that sees one workspace's rows alone; commits when it resolves, rolls back when it throws.
 * The client must not be used after `work` has settled.
 */
export function inWorkspace<T>(ctx: AppPool, workspace: number, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(ctx.appPool, work, beginInWorkspace(workspace));
}

/** As `inWorkspace`, for reading alone: nothing that is committed meanwhile is seen, however long `work` takes. */
export function inSnapshot<T>(ctx: AppPool, workspace: number, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(ctx.appPool, work, beginSnapshotInWorkspace(workspace));
}
