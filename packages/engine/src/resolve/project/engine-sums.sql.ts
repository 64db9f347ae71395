import type { ClickHouseClient } from '@clickhouse/client';
import { workspaceTables } from '../interactions/workspace-tables.sql.js';
import { readRows } from './engine-tables.js';
import type { OverrideSums } from './sent-manifests.sql.js';

export interface EngineSums {
  readonly batch: number;
  readonly rows: number;
  readonly messageSum: string;
  readonly nodeSum: string;
}

/** What the engine holds of batch `lo` and later ones. */
export async function engineSums(
  client: ClickHouseClient,
  workspace: number,
  lo: number,
): Promise<readonly EngineSums[]> {
  const { interactions, parameters } = workspaceTables(workspace);
  return readRows<EngineSums>(
    client,
    `select toFloat64(batch) as batch, toFloat64(count()) as rows, toString(sum(message_low)) as messageSum, toString(sum(node)) as nodeSum
     from ${interactions}
     where batch >= {lo:UInt64}
     group by batch`,
    { ...parameters, lo },
  );
}

/** What the engine holds of the moves newer than `after`. */
export async function overrideSums(
  client: ClickHouseClient,
  workspace: number,
  after: number,
): Promise<readonly OverrideSums[]> {
  const { overrides, parameters } = workspaceTables(workspace);
  return readRows<OverrideSums>(
    client,
    `select toFloat64(version) as version, toFloat64(count()) as rows, toString(sum(node * 3 + person * 5 + was * 7)) as sum
     from ${overrides}
     where version > {after:UInt64}
     group by version`,
    { ...parameters, after },
  );
}

/** Count and hash sum over all rows of a workspace; the same after folding and after a rebuild. */
export async function contentSums(
  client: ClickHouseClient,
  workspace: number,
): Promise<{ readonly rows: number; readonly hash: string }> {
  const { interactions, parameters } = workspaceTables(workspace);
  const [sums] = await readRows<{ rows: number; hash: string }>(
    client,
    `select toFloat64(count()) as rows, toString(sum(row_hash)) as hash from ${interactions}`,
    parameters,
  );
  return sums ?? { rows: 0, hash: '0' };
}

/** Partitions of a workspace. */
export async function monthsOf(client: ClickHouseClient, workspace: number): Promise<readonly number[]> {
  const { interactions, parameters } = workspaceTables(workspace);
  const rows = await readRows<{ month: number }>(
    client,
    `select distinct month from ${interactions} order by month`,
    parameters,
  );
  return rows.map((row) => row.month);
}
