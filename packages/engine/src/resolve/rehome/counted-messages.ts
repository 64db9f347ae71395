import { logKind } from '../../collect/intake/log-row.js';
import { takenBack } from '../archive/archive-file.sql.js';
import type { BatchContext } from '../batch/batch-context.js';
import { uncountedBetween } from '../batch/counted.sql.js';
import { type ReadRow, readBatch } from '../batch/read-batch.js';
import { readLogRows } from './read-log-rows.js';

/**
 * Everything that counts in the log up to an offset, read as it was read when it came: no duplicates, nothing that was set aside, nothing
 * of imports that were taken back. In slices that fit into memory, in log order.
 */
export async function* countedMessages(ctx: BatchContext, upTo: number): AsyncGenerator<readonly ReadRow[]> {
  const { client, workspace } = ctx;
  const undone = await takenBack(client, workspace);
  for await (const rows of readLogRows(ctx, upTo)) {
    const [first, last] = [rows[0]?.offset ?? 0, rows.at(-1)?.offset ?? 0];
    const uncounted = await uncountedBetween(client, workspace, first, last);
    const counted = rows.filter(
      (row) => row.kind !== logKind.command && !uncounted.has(row.offset) && (undone.get(row.import) ?? 0) < row.offset,
    );
    for (const run of ctx.readings.runs(counted, ctx.sources)) yield readBatch(run.rows, run.sources).read;
  }
}
