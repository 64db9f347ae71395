import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { copyLine } from './copy-text.js';
import { columnNames } from './engine-tables.js';
import type { SentOverride } from './sent-manifests.sql.js';

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
