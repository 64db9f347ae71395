import type { ClickHouseClient } from '@clickhouse/client';
import { countPersonInteractionsSql } from './person-interactions.sql.js';
import { workspaceTables } from './workspace-tables.sql.js';

/** How many interactions a person had (through the channel of this code, if one is given), voided ones left out. */
export async function countPersonInteractions(
  analytics: { client(): ClickHouseClient },
  workspace: number,
  person: number,
  channel = 0,
): Promise<number> {
  const tables = workspaceTables(workspace);
  const answer = await analytics.client().query({
    query: countPersonInteractionsSql(tables, { channel: channel > 0 }),
    query_params: { ...tables.parameters, person, channel },
    format: 'JSONEachRow',
  });
  const [row] = await answer.json<{ interactions: number | string }>();
  return Number(row?.interactions ?? 0);
}
