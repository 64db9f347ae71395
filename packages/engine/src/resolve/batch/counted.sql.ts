import type { ClientBase } from 'pg';
import type { LoggedMessage } from './log.sql.js';

/** Notes messages of the log that do not count, so that whoever reads the log again passes them over. */
export async function noteUncounted(
  client: ClientBase,
  workspace: number,
  rows: readonly Pick<LoggedMessage, 'offset'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'note-uncounted',
    text: `insert into uncounted_message (workspace, "offset")
      select $1, o from unnest($2::bigint[]) as t(o) order by o on conflict do nothing`,
    values: [workspace, rows.map((row) => row.offset)],
  });
}

/** These messages count from now on: what they repeated was taken back. */
export async function countAfterAll(client: ClientBase, workspace: number, offsets: readonly number[]): Promise<void> {
  await client.query({
    name: 'count-after-all',
    text: 'delete from uncounted_message where workspace = $1 and "offset" = any($2::bigint[])',
    values: [workspace, offsets],
  });
}

/** Which messages from `lo` to `hi` do not count. */
export async function uncountedBetween(
  client: ClientBase,
  workspace: number,
  lo: number,
  hi: number,
): Promise<ReadonlySet<number>> {
  const read = await client.query<{ offset: number }>({
    name: 'uncounted-between',
    text: 'select "offset"::float8 as "offset" from uncounted_message where workspace = $1 and "offset" between $2 and $3',
    values: [workspace, lo, hi],
  });
  return new Set(read.rows.map((row) => row.offset));
}
