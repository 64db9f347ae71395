import { logKind } from '../../collect/intake/log-row.js';
import type { BatchContext } from '../batch/batch-context.js';
import { uncountedBetween, undoneImports } from '../batch/counted.sql.js';
import type { LoggedMessage } from '../batch/log.sql.js';
import { type ReadRow, readBatch } from '../batch/read-batch.js';
import { readLogRows } from './read-log-rows.js';

const mostRows = 5_000;
const mostChars = 24 * 1024 * 1024;

/**
 * Everything that counts in the log up to an offset, read as it was read when it came: no duplicates, nothing that was set aside, nothing
 * of imports that were taken back. In slices that fit into memory, in log order.
 */
export async function* countedMessages(ctx: BatchContext, upTo: number): AsyncGenerator<readonly ReadRow[]> {
  const { client, workspace } = ctx;
  const undone = await undoneImports(client, workspace);
  let after = 0;
  let limit = 500;
  for (;;) {
    const rows = await readLogRows(client, workspace, { after, upTo }, limit);
    const last = rows.at(-1);
    if (last === undefined) return;
    const uncounted = await uncountedBetween(client, workspace, after + 1, last.offset);
    after = last.offset;
    limit = nextLimit(rows);
    const counted = rows.filter(
      (row) => row.kind !== logKind.command && !uncounted.has(row.offset) && (undone.get(row.import) ?? 0) < row.offset,
    );
    for (const run of ctx.readings.runs(counted, ctx.sources)) yield readBatch(run.rows, run.sources).read;
  }
}

function nextLimit(rows: readonly LoggedMessage[]): number {
  let chars = 0;
  for (const row of rows) chars += row.body.length;
  return Math.max(1, Math.min(mostRows, Math.floor((mostChars * rows.length) / Math.max(1, chars))));
}
