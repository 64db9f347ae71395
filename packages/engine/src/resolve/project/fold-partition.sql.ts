import type { ClickHouseClient } from '@clickhouse/client';
import { movesOf, newestMove } from '../interactions/person-branches.sql.js';
import { columnNames, partitionOf, readRows } from './engine-tables.js';

/** Rows of a partition that an override up to `version` moved to another person. */
export async function movedRows(
  client: ClickHouseClient,
  workspace: number,
  month: number,
  version: number,
): Promise<number> {
  const [sums] = await readRows<{ rows: number }>(
    client,
    `select toFloat64(count()) as rows
     from (${mappedPersons(['person', 'ts', 'node'], 'person in (select was from node_override where workspace = {workspace:UInt32} and version <= {version:UInt64})')})
     where mapped <> person`,
    { workspace, month, version },
  );
  return sums?.rows ?? 0;
}

/** Writes a partition, with persons mapped by the overrides up to `version`, into the twin table. */
export async function fillTwin(
  client: ClickHouseClient,
  workspace: number,
  month: number,
  version: number,
): Promise<void> {
  await emptyTwin(client, workspace, month);
  const sent = columnNames.map((name) => (name === 'person' ? 'mapped' : name));
  await client.command({
    query: `insert into interactions_fold (${columnNames.join(', ')})
      select ${sent.join(', ')} from (${mappedPersons(columnNames, '1')})`,
    query_params: { workspace, month, version },
    clickhouse_settings: { max_insert_threads: '1', max_threads: 1 },
  });
}

export interface PartitionSums {
  readonly rows: number;
  readonly messages: string;
  readonly hash: string;
}

export async function partitionSums(
  client: ClickHouseClient,
  table: 'stored' | 'twin',
  workspace: number,
  month: number,
): Promise<PartitionSums> {
  const [sums] = await readRows<PartitionSums>(
    client,
    `select toFloat64(count()) as rows, toString(sum(message_low)) as messages, toString(sum(row_hash)) as hash
     from ${table === 'twin' ? 'interactions_fold' : 'interactions'}
     where workspace = {workspace:UInt32} and month = {month:UInt32}`,
    { workspace, month },
  );
  return sums ?? { rows: 0, messages: '0', hash: '0' };
}

/** Swaps the twin's partition in; queries see the old rows or the new ones. */
export async function replaceByTwin(client: ClickHouseClient, workspace: number, month: number): Promise<void> {
  await client.command({
    query: `alter table interactions replace partition ${partitionOf(workspace, month)} from interactions_fold`,
  });
}

export async function emptyTwin(client: ClickHouseClient, workspace: number, month: number): Promise<void> {
  await client.command({ query: `alter table interactions_fold drop partition ${partitionOf(workspace, month)}` });
}

function mappedPersons(columns: readonly string[], where: string): string {
  const moves = movesOf('node_override', 'workspace = {workspace:UInt32} and version <= {version:UInt64}');
  return `select ${columns.map((name) => `held.${name} as ${name}`).join(', ')},
  ${newestMove('moved.moves', 'held.ts')} as move, if(move.1 = 0, held.person, move.4) as mapped
from (
  select ${columns.join(', ')} from interactions where workspace = {workspace:UInt32} and month = {month:UInt32} and ${where}
) as held
left join (${moves}) as moved on moved.node = held.node`;
}
