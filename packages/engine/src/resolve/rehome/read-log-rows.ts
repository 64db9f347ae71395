import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { readArchivedRows } from '../archive/read-archived-rows.js';
import type { BatchContext } from '../batch/batch-context.js';
import { type LoggedMessage, readLogBetween } from '../batch/log.sql.js';

const mostRows = 5_000;
const mostChars = 24 * 1024 * 1024;

/**
 * The log from its beginning up to an offset, in order, in slices that fit into memory; what left the log comes from the archive, which leaves
 * out imports that were taken back. Offsets are dense, so a gap says what the archive must have, also while days move over.
 * Error: `projection.log-missing`.
 */
export async function* readLogRows(
  ctx: Pick<BatchContext, 'client' | 'workspace' | 'archive'>,
  upTo: number,
): AsyncGenerator<readonly LoggedMessage[]> {
  const { client, workspace, archive } = ctx;
  let limit = 500;
  for (let after = 0; after < upTo; ) {
    const rows = await readLogBetween(client, workspace, after, upTo, limit);
    const first = rows[0]?.offset ?? upTo + 1;
    if (first > after + 1) {
      if (archive === undefined) throw logMissing(workspace, after + 1);
      yield* readArchivedRows({ ...archive, client }, workspace, after + 1, first - 1);
    }
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.offset ?? upTo;
    limit = nextLimit(rows);
  }
}

function nextLimit(rows: readonly LoggedMessage[]): number {
  let chars = 0;
  for (const row of rows) chars += row.body.length;
  return Math.max(1, Math.min(mostRows, Math.floor((mostChars * rows.length) / Math.max(1, chars))));
}

const logMissing = (workspace: number, offset: number): ThroughlineError =>
  new ThroughlineError(
    'projection.log-missing',
    `message ${offset} of workspace ${workspace} is neither in the log nor in its archive; restore the log's day from a backup`,
  );
