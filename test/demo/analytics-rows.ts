import { join } from 'node:path';
import { openAnalytics } from '../../packages/engine/src/store/analytics/open-analytics.js';

const tables = ['interactions', 'interactions_fold', 'node_override', 'node_override_fold'] as const;

/** How many rows the tables of the analytics engine hold, by workspace; read from its own folder once everything is stopped. */
export async function analyticsRows(dataFolder: string): Promise<ReadonlyMap<number, number>> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const analytics = await openAnalytics({ dataFolder: join(dataFolder, 'clickhouse'), log: silent });
  try {
    const answer = await analytics.client().query({
      query: `select workspace, toUInt32(count()) as rows
        from (${tables.map((table) => `select workspace from ${table}`).join(' union all ')})
        group by workspace`,
      format: 'JSONEachRow',
    });
    const rows = await answer.json<{ workspace: number; rows: number }>();
    return new Map(rows.map((row) => [row.workspace, row.rows]));
  } finally {
    await analytics.stop();
  }
}
