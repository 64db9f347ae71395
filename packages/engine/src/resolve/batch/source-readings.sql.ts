import type { ClientBase } from 'pg';
import type { StoredSource } from './source-book.sql.js';

/** How a source was set from an offset of the log on. */
export interface SourceReading extends Omit<StoredSource, 'trust'> {
  readonly offset: number;
}

export async function readReadings(client: ClientBase, workspace: number): Promise<readonly SourceReading[]> {
  const read = await client.query<SourceReading>(
    `select source, "offset"::float8 as "offset", channel, zone, country, currency, groups
     from source_reading where workspace = $1 order by source_reading."offset"`,
    [workspace],
  );
  return read.rows;
}

export async function insertReadings(
  client: ClientBase,
  workspace: number,
  rows: readonly SourceReading[],
): Promise<void> {
  await client.query(
    `insert into source_reading (workspace, source, "offset", channel, zone, country, currency, groups)
     select $1, s, o, ch, z, co, cu, g
     from unnest($2::integer[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) as t(s, o, ch, z, co, cu, g)`,
    [
      workspace,
      rows.map((row) => row.source),
      rows.map((row) => row.offset),
      rows.map((row) => row.channel),
      rows.map((row) => row.zone),
      rows.map((row) => row.country),
      rows.map((row) => row.currency),
      rows.map((row) => row.groups),
    ],
  );
}
