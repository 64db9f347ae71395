import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTime } from '@throughline/core/collect/parse-time';
import { inTransaction } from '../../../store/postgres/in-transaction.js';
import type { ImportBatch } from '../read/import-batch.js';
import { openReader } from '../read/open-reader.js';
import { stagingOf } from '../staged-files.js';
import { orderOf } from './order-of.js';
import { areSetAside, endReading, logEnd, loggedSince, type RunToDo, storeAdvance } from './run.sql.js';
import type { RunContext } from './run-context.js';

/** Appends a file's messages to the log, from where the run was left. Returns when it is done or stopped. See `import-state.ts`. */
export async function runImport(options: RunContext, run: RunToDo, signal: AbortSignal): Promise<void> {
  const { workerPool, intake, staging, log } = options;
  const folder = stagingOf(staging, run.id);
  const order = await orderOf(run, folder, signal);
  const firstOffset = run.progress?.firstOffset ?? (await logEnd(workerPool, run.workspace));
  let { lastOffset } = run;
  if (run.progress?.firstOffset !== undefined) {
    log.info({ import: run.id, fromByte: run.progress.bytesDone ?? 0 }, 'an import goes on');
  } else
    await storeAdvance(workerPool, run, {
      read: 0,
      setAside: 0,
      progress: { ...run.progress, firstOffset },
      lastOffset,
    });
  let isFirst = true;
  for await (const batch of openReader(order)) {
    if (signal.aborted) return;
    const there = isFirst ? await appendedBefore(options, run, batch, lastOffset ?? firstOffset) : undefined;
    isFirst = false;
    const last = there !== undefined ? there : (await intake.append({ ...batch, workspace: run.workspace })).lastOffset;
    lastOffset = last?.toString() ?? lastOffset;
    const isStill = await storeAdvance(workerPool, run, {
      read: batch.point.read,
      setAside: batch.point.setAside,
      progress: { ...run.progress, firstOffset, point: batch.point, bytesDone: batch.bytesDone },
      lastOffset,
    });
    if (!isStill) return;
  }
  if (signal.aborted) return;
  const until = parseTime(order.mapping['complete until'] ?? '', order.mapping.zone);
  await inTransaction(workerPool, (client) =>
    endReading(client, run, until === undefined ? null : new Date(until.atMs)),
  );
  await removeData(folder);
}

/**
 * Whether a batch was committed before its point could be stored: batches are appended one after the other, each whole, so behind the
 * last stored offset stands this batch or nothing. The offset it reached, null if it has none; undefined if it is not there.
 */
async function appendedBefore(
  { workerPool }: RunContext,
  run: RunToDo,
  batch: ImportBatch,
  since: string,
): Promise<{ toString(): string } | null | undefined> {
  const logged = await loggedSince(workerPool, run.workspace, run.import, since);
  if (logged.rows > 0) return logged.lastOffset;
  const ids = batch.setAside.map(({ id }) => id);
  return batch.rows.length === 0 && (await areSetAside(workerPool, run.workspace, ids)) ? null : undefined;
}

/** The data go; look-up files stay, since lines that were set aside may be read again, and what just reads some. */
async function removeData(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!/^(lookup|again)-/.test(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
