import type { ClientBase } from 'pg';

/**
 * A batch waits for no lock longer than this, finds everything by key, whatever the planner believes of tables that have just grown, and is
 * rolled back by the server if its process stands still: whoever takes the workspace over must not wait for a stopped one's locks.
 */
export const beginBatch = `begin; set local lock_timeout = '30s'; set local enable_seqscan = off;
  set local idle_in_transaction_session_timeout = '15s'`;

/** Makes the log partitions and de-duplication tables of these days (`YYYY-MM-DD`), and drops de-duplication tables before `keepFrom`. */
export async function keepDays(client: ClientBase, days: readonly string[], keepFrom: string): Promise<void> {
  for (const day of days) await client.query('select ensure_log_day($1::date)', [day]);
  await client.query('select drop_seen_days($1::date)', [keepFrom]);
}
