import { readLoggedAt } from '../archive/read-logged-at.js';
import type { BatchContext } from '../batch/batch-context.js';
import { countAfterAll } from '../batch/counted.sql.js';
import type { LoggedMessage } from '../batch/log.sql.js';
import { insertManifest } from '../batch/manifest.sql.js';
import { applyFresh, keepUnread } from '../batch/resolve-batch.js';
import { countMessages } from '../batch/source-day.sql.js';
import { rejoinAndRetire } from './rejoin-and-retire.js';
import {
  deleteEmptyUnits,
  deleteImport,
  finishUndo,
  forgetReused,
  freeKeys,
  type KeyedAs,
  leaveOutSetAside,
  uncountDuplicates,
} from './undo.sql.js';

const nodesAtOnce = 5_000;
const messagesAtOnce = 5_000;

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
  // Before anything is retired: who is named by a later import as well stays who they are.
  await rejudge(ctx, run);
  for (let from = 0; from < touched.length; from += nodesAtOnce)
    await rejoinAndRetire(ctx, touched.slice(from, from + nodesAtOnce), offset);
  await deleteEmptyUnits(client, workspace);
  await leaveOutSetAside(client, workspace, run, by, at);
  await finishUndo(client, workspace, run, offset, at);
}

/** Messages of other imports that had met the keys of this one are judged anew: counted, a duplicate, or under an id that was taken. */
async function rejudge(ctx: BatchContext, run: number): Promise<void> {
  const rejudged = await freeKeys(ctx.client, ctx.workspace, run);
  for (let from = 0; from < rejudged.length; from += messagesAtOnce) {
    const some = new Map(rejudged.slice(from, from + messagesAtOnce).map((row) => [row.offset, row]));
    const rows = await readLoggedAt(ctx.client, ctx.archive, ctx.workspace, [...some.keys()]);
    const which = (when: 'before' | 'after', as: KeyedAs): readonly LoggedMessage[] =>
      rows.filter((row) => some.get(row.offset)?.[when] === as);
    await uncountDuplicates(ctx.client, ctx.workspace, which('before', 'duplicate'));
    await forgetReused(ctx.client, ctx.workspace, which('before', 'reused'));
    await count(ctx, which('after', 'fresh'));
    await countMessages(ctx.client, ctx.workspace, {
      stored: [],
      duplicates: which('after', 'duplicate'),
      interactions: new Map(),
    });
    await keepUnread(ctx, [], which('after', 'reused'));
  }
}

/** Messages that count after all, read as their sources were set when they came. */
async function count(ctx: BatchContext, rows: readonly LoggedMessage[]): Promise<void> {
  if (rows.length === 0) return;
  await countAfterAll(
    ctx.client,
    ctx.workspace,
    rows.map((row) => row.offset),
  );
  for (const run of ctx.readings.runs(rows, ctx.sources))
    await applyFresh({ ...ctx, sources: run.sources }, run.rows, { duplicates: [], reused: [] });
}
