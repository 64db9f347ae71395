import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { copyLine } from '../../collect/intake/copy-text.js';
import { interactionsColumns } from '../../store/analytics-schema/interactions-columns.js';
import { movesOf, newestMove } from '../interactions/person-branches.sql.js';
import { workspaceTables } from '../interactions/workspace-tables.sql.js';
import type { OverrideSums, SentOverride } from './sent-manifests.sql.js';

/*
 * What is written into the tables of a workspace. Every statement names its workspace. Inserts are one block each under a token of their own,
 * on disk when they return; deletions are done when they return.
 */

/** `lines` are rows in the order of `interactionsColumns`. The same token twice inserts once. */
export async function insertInteractions(
  client: ClickHouseClient,
  lines: readonly string[],
  token: string,
): Promise<void> {
  await client.insert({
    table: 'interactions',
    columns: columnNames,
    values: Readable.from(chunked(lines), { objectMode: false }),
    format: 'TabSeparated',
    clickhouse_settings: { ...oneBlock, insert_deduplication_token: token },
  });
}

/** Moves of nodes. The same token twice inserts once. */
export async function insertNodeOverrides(
  client: ClickHouseClient,
  workspace: number,
  overrides: readonly SentOverride[],
  token: string,
): Promise<void> {
  const lines = overrides.map((row) =>
    copyLine([
      workspace,
      row.node,
      engineTime(row.validFromMs, earliest),
      engineTime(row.validToMs, latest),
      row.person,
      row.was,
      row.version,
      row.batch,
    ]),
  );
  for (let from = 0; from < lines.length; from += overridesAtOnce) {
    await client.insert({
      table: 'node_override',
      columns: ['workspace', 'node', 'valid_from', 'valid_to', 'person', 'was', 'version', 'batch'],
      values: Readable.from(chunked(lines.slice(from, from + overridesAtOnce)), { objectMode: false }),
      format: 'TabSeparated',
      clickhouse_settings: { ...oneBlock, insert_deduplication_token: `${token}:${from}` },
    });
  }
}

/** Deletes rows of an import that were sent before batch `before`. */
export async function deleteImport(
  client: ClickHouseClient,
  workspace: number,
  run: number,
  before: number,
): Promise<void> {
  await client.command({
    query: `alter table interactions delete where workspace = {workspace:UInt32} and import = {run:UInt32} and batch < {before:UInt64}`,
    query_params: { workspace, run, before },
    clickhouse_settings: { mutations_sync: '1' },
  });
}

export async function deleteBatches(
  client: ClickHouseClient,
  workspace: number,
  batches: readonly number[],
): Promise<void> {
  await client.command({
    query: 'alter table interactions delete where workspace = {workspace:UInt32} and batch in {batches:Array(UInt64)}',
    query_params: { workspace, batches },
    clickhouse_settings: { mutations_sync: '1' },
  });
}

/** Deletes everything of batch `lo` and later ones. */
export async function deleteFrom(client: ClickHouseClient, workspace: number, lo: number): Promise<void> {
  for (const table of ['interactions', 'node_override'])
    await client.command({
      query: `alter table ${table} delete where workspace = {workspace:UInt32} and batch >= {lo:UInt64}`,
      query_params: { workspace, lo },
      clickhouse_settings: { mutations_sync: '1' },
    });
}

/** Deletes the moves up to a version. */
export async function forgetOverrides(client: ClickHouseClient, workspace: number, upTo: number): Promise<void> {
  await client.command({
    query: 'alter table node_override delete where workspace = {workspace:UInt32} and version <= {upTo:UInt64}',
    query_params: { workspace, upTo },
    clickhouse_settings: { mutations_sync: '1' },
  });
}

/** Deletes the moves of these versions. */
export async function deleteOverrides(
  client: ClickHouseClient,
  workspace: number,
  versions: readonly number[],
): Promise<void> {
  await client.command({
    query:
      'alter table node_override delete where workspace = {workspace:UInt32} and version in {versions:Array(UInt64)}',
    query_params: { workspace, versions },
    clickhouse_settings: { mutations_sync: '1' },
  });
}

/** Drops everything of a workspace. */
export async function dropWorkspace(client: ClickHouseClient, workspace: number): Promise<void> {
  for (const month of await monthsOf(client, workspace))
    await client.command({ query: `alter table interactions drop partition ${partition(workspace, month)}` });
  await client.command({ query: `alter table node_override drop partition ${Math.trunc(workspace)}` });
}

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
    query: `alter table interactions replace partition ${partition(workspace, month)} from interactions_fold`,
  });
}

export async function emptyTwin(client: ClickHouseClient, workspace: number, month: number): Promise<void> {
  await client.command({ query: `alter table interactions_fold drop partition ${partition(workspace, month)}` });
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

async function readRows<T>(client: ClickHouseClient, query: string, parameters: object): Promise<T[]> {
  const answer = await client.query({ query, query_params: { ...parameters }, format: 'JSONEachRow' });
  return answer.json<T>();
}

const [firstColumn, ...otherColumns] = interactionsColumns.map(([name]) => name);
const columnNames: [string, ...string[]] = [firstColumn ?? 'workspace', ...otherColumns];

const oneBlock = {
  async_insert: 0,
  insert_deduplicate: 1,
  input_format_parallel_parsing: 0,
  max_insert_block_size: '200000',
  min_insert_block_size_rows: '200000',
  min_insert_block_size_bytes: '0',
} as const;

/** Bounds of what the engine's times can hold. */
const earliest = '1900-01-01 00:00:00.000';
const latest = '2299-12-31 00:00:00.000';
const overridesAtOnce = 50_000;

const engineTime = (atMs: number | null, otherwise: string): string =>
  atMs === null ? otherwise : new Date(atMs).toISOString().replace('T', ' ').replace('Z', '');

const partition = (workspace: number, month: number): string => `(${Math.trunc(workspace)}, ${Math.trunc(month)})`;

/** Pieces of 64 k, so that a large insert is not one string more. */
function* chunked(lines: readonly string[]): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length > 65_536) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
