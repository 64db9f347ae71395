import { setTimeout as pause } from 'node:timers/promises';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Pool } from 'pg';
import { contentSums } from './engine-sums.sql.js';
import { askCompare, askRebuild, readProjections } from './projection.sql.js';

export interface Rebuilt {
  readonly workspace: number;
  /** Rows and hash sum of everything but persons, before and after. */
  readonly before: { readonly rows: number; readonly hash: string };
  readonly after: { readonly rows: number; readonly hash: string };
}

/**
 * Empties the analytics engine of a workspace and lets the projector send everything again, in a new epoch, from the manifests and the log;
 * waits until that is done and compared. A projector must be running. Intake and resolving go on; figures grow back meanwhile. Started again
 * after a crash, it goes on by itself: only the waiting was lost.
 */
export async function rebuildAnalytics(
  stores: { readonly pool: Pool; readonly engine: ClickHouseClient },
  workspace: number,
  onProgress: (sent: { readonly batches: number; readonly of: number }) => void = () => undefined,
): Promise<Rebuilt> {
  const client = await stores.pool.connect();
  try {
    const before = await contentSums(stores.engine, workspace);
    await client.query('begin');
    await askRebuild(client, workspace);
    await client.query('commit');
    for (;;) {
      const [state] = await readProjections(client, [workspace]);
      if (state === undefined) throw new Error(`workspace ${workspace} has no projection`);
      onProgress({ batches: state.cursor, of: state.last });
      if (!state.emptying && !state.compareAsked && state.cursor >= state.last) break;
      await pause(100);
    }
    return { workspace, before, after: await contentSums(stores.engine, workspace) };
  } finally {
    client.release();
  }
}

/** Has all manifests of a workspace compared with the engine, soon and whole; for after a restore. */
export async function askFullComparison(stores: { readonly pool: Pool }, workspace: number): Promise<void> {
  const client = await stores.pool.connect();
  try {
    await askCompare(client, workspace);
  } finally {
    client.release();
  }
}
