import type { Pool, PoolClient } from 'pg';
import { beginInWorkspace } from './in-workspace.sql.js';

export interface AppPool {
  /** Connections of the app role: row-level security shows nothing outside `inWorkspace`. */
  readonly appPool: Pool;
}

/**
 * Runs `work` in one transaction that sees one workspace's rows alone; commits when it resolves, rolls back when it throws.
 * The client must not be used after `work` has settled.
 */
export async function inWorkspace<T>(
  ctx: AppPool,
  workspace: number,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await ctx.appPool.connect();
  let broken: Error | undefined;
  try {
    await client.query(beginInWorkspace(workspace));
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
