import type { ClickHouseClient } from '@clickhouse/client';
import { countPersonInteractionsSql } from './person-interactions.sql.js';
import { workspaceTables } from './workspace-tables.sql.js';

/** How many interactions a person had, voided ones left out. */
export async function countPersonInteractions(
  analytics: { client(): ClickHouseClient },
  workspace: number,
  person: number,
): Promise<number> {
  const tables = workspaceTables(workspace);
  const answer = await analytics.client().query({
    query: countPersonInteractionsSql(tables),
    query_params: { ...tables.parameters, person },
    format: 'JSONEachRow',
  });
  const [row] = await answer.json<{ interactions: number | string }>();
  return Number(row?.interactions ?? 0);
}
