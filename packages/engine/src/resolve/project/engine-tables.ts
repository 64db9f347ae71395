import type { ClickHouseClient } from '@clickhouse/client';
import { interactionsColumns } from '../../store/analytics-schema/interactions-columns.js';

const [firstColumn, ...otherColumns] = interactionsColumns.map(([name]) => name);

/** The columns that rows are written with, in order. */
export const columnNames: [string, ...string[]] = [firstColumn ?? 'workspace', ...otherColumns];

/** A partition as it is named in a statement. */
export const partitionOf = (workspace: number, month: number): string =>
  `(${Math.trunc(workspace)}, ${Math.trunc(month)})`;

export async function readRows<T>(client: ClickHouseClient, query: string, parameters: object): Promise<T[]> {
  const answer = await client.query({ query, query_params: { ...parameters }, format: 'JSONEachRow' });
  return answer.json<T>();
}
