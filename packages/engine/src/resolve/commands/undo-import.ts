import { readLoggedAt } from '../archive/read-logged-at.js';
import type { BatchContext } from '../batch/batch-context.js';
import { countAfterAll } from '../batch/counted.sql.js';
import type { LoggedMessage } from '../batch/log.sql.js';
import { insertManifest } from '../batch/manifest.sql.js';
import { applyFresh } from '../batch/resolve-batch.js';
import { rejoinAndRetire } from './rejoin-and-retire.js';
import {
  deleteEmptyUnits,
  deleteImport,
  finishUndo,
  forgetReused,
  freeKeys,
  leaveOutSetAside,
  uncountDuplicates,
} from './undo.sql.js';

const nodesAtOnce = 5_000;

/**
 * Takes an import back whole: identity, claims, counts and interactions become as if it had never come, and what it had hidden as a
 * duplicate in a later import counts there. The log, the run itself and the audit stay. Runs in one transaction; doing it twice does nothing.
 */
export async function undoImport(ctx: BatchContext, run: number, by: string, offset: number): Promise<void> {
  const { client, workspace } = ctx;
  const at = new Date(ctx.nowMs);
  const batch = ctx.head.nextBatch++;
  await insertManifest(client, workspace, {
    batch,
    epoch: ctx.head.epoch,
    lo: offset,
    hi: offset,
    import: run,
    rows: [],
    removes: true,
  });
  const touched = await deleteImport(client, workspace, run);
  for (let from = 0; from < touched.length; from += nodesAtOnce)
    await rejoinAndRetire(ctx, touched.slice(from, from + nodesAtOnce), offset);
  await deleteEmptyUnits(client, workspace);
  await promote(ctx, run);
  await leaveOutSetAside(client, workspace, run, by, at);
  await finishUndo(client, workspace, run, offset, at);
}

async function promote(ctx: BatchContext, run: number): Promise<void> {
  const promoted = await freeKeys(ctx.client, ctx.workspace, run);
  for (let from = 0; from < promoted.length; from += nodesAtOnce) {
    const some = new Map(promoted.slice(from, from + nodesAtOnce).map((row) => [row.offset, row]));
    const rows = await readLoggedAt(ctx.client, ctx.archive, ctx.workspace, [...some.keys()]);
    await countAfterAll(ctx.client, ctx.workspace, [...some.keys()]);
    await applyFresh(ctx, rows, { duplicates: [], reused: [] });
    const isReused = (row: LoggedMessage): boolean => some.get(row.offset)?.wasReused === true;
    await uncountDuplicates(
      ctx.client,
      ctx.workspace,
      rows.filter((row) => !isReused(row)),
    );
    await forgetReused(ctx.client, ctx.workspace, rows.filter(isReused));
  }
}
