import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { copyLine } from '../project/copy-text.js';
import { archiveColumns } from './archive-columns.js';
import type { ArchiveLine } from './archive-line.js';

/*
 * Between PostgreSQL and a Parquet file stands a table in the engine's memory, for the length of one call and under a name of its own: rows go in
 * as text and come out as Parquet, or the other way round. Nothing of it reaches the engine's disk.
 */

const [firstColumn, ...otherColumns] = archiveColumns.map(([name]) => name);
const columns: [string, ...string[]] = [firstColumn ?? 'workspace', ...otherColumns];
const prefix = 'archive_scratch_';

/** Gives `work` the name of an empty table, and drops it afterwards. */
export async function withScratchTable<T>(engine: ClickHouseClient, work: (table: string) => Promise<T>): Promise<T> {
  const table = `${prefix}${randomBytes(12).toString('hex')}`;
  await engine.command({
    query: `create table ${table} (${archiveColumns.map((column) => column.join(' ')).join(', ')}) engine = Memory`,
  });
  try {
    return await work(table);
  } finally {
    // One that stays is dropped by `dropStrayScratchTables`.
    await engine.command({ query: `drop table if exists ${table} sync` }).catch(() => undefined);
  }
}

export async function insertLines(
  engine: ClickHouseClient,
  table: string,
  lines: readonly ArchiveLine[],
): Promise<void> {
  await engine.insert({
    table,
    columns,
    values: Readable.from(asText(lines), { objectMode: false }),
    format: 'TabSeparated',
    clickhouse_settings: { async_insert: 0 },
  });
}

/** The rows of the table in the order of their offsets, as one Parquet file. */
export async function readParquet(engine: ClickHouseClient, table: string): Promise<Buffer> {
  const answer = await engine.exec({
    query: `select ${columns.join(', ')} from ${table} order by "offset" format Parquet`,
    clickhouse_settings: {
      output_format_parquet_compression_method: 'zstd',
      output_format_parquet_string_as_string: 1,
      wait_end_of_query: 1,
    },
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer.stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Puts the rows of a Parquet file into the table. Columns that an older file lacks get their defaults. */
export async function insertParquet(engine: ClickHouseClient, table: string, file: Buffer): Promise<void> {
  await engine.insert({
    table,
    columns,
    values: Readable.from([file], { objectMode: false }),
    format: 'Parquet',
    clickhouse_settings: { async_insert: 0 },
  });
}

/** The lines with offsets `lo` to `hi`, in order, in slices as they arrive. */
export async function* selectLines(
  engine: ClickHouseClient,
  table: string,
  lo: number,
  hi: number,
): AsyncGenerator<readonly ArchiveLine[]> {
  const answer = await engine.query({
    query: `select ${columns.join(', ')} from ${table} where "offset" between {lo:UInt64} and {hi:UInt64} order by "offset"`,
    query_params: { lo, hi },
    format: 'JSONCompactEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 1 },
  });
  for await (const rows of answer.stream<ArchiveLine>()) yield rows.map((row) => row.json<ArchiveLine>());
}

/** Drops the tables of calls that were killed; the longest call takes seconds, so an hour is long. */
export async function dropStrayScratchTables(engine: ClickHouseClient): Promise<void> {
  const answer = await engine.query({
    query: `select name from system.tables
      where database = currentDatabase() and startsWith(name, {prefix:String}) and metadata_modification_time < now() - interval 1 hour`,
    query_params: { prefix },
    format: 'JSONEachRow',
  });
  for (const { name } of await answer.json<{ name: string }>())
    if (/^archive_scratch_[0-9a-f]+$/.test(name)) await engine.command({ query: `drop table if exists ${name} sync` });
}

function* asText(lines: readonly ArchiveLine[]): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += copyLine(line.map((field) => (typeof field === 'boolean' ? String(field) : field)));
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
