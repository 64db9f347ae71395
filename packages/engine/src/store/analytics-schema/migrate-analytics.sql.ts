import type { ClickHouseClient } from '@clickhouse/client';

export const stepTable = `create table if not exists schema_step (number UInt32, name String, sha256 String, applied_at DateTime('UTC'))
engine = MergeTree
order by number
settings fsync_after_insert = 1, fsync_part_directory = 1`;

export async function appliedSteps(client: ClickHouseClient): Promise<ReadonlyMap<number, string>> {
  const answer = await client.query({
    query: 'select number, any(sha256) as sha256 from schema_step group by number',
    format: 'JSONEachRow',
  });
  const rows = await answer.json<{ number: number; sha256: string }>();
  return new Map(rows.map((row) => [row.number, row.sha256]));
}

export async function recordStep(
  client: ClickHouseClient,
  step: { readonly number: number; readonly name: string; readonly sha256: string },
): Promise<void> {
  await client.command({
    query: `insert into schema_step (number, name, sha256, applied_at)
      select {number:UInt32}, {name:String}, {sha256:String}, now('UTC')
      where not exists (select 1 from schema_step where number = {number:UInt32})`,
    query_params: { ...step },
  });
}
