import { isBraked } from '@throughline/core/collect/syncs/is-braked';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { inTransaction } from '../../../store/postgres/in-transaction.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { changeImport } from '../../import/change-import.js';
import { readDueTable } from './read-due-table.js';
import type { SyncContext } from './sync-context.js';
import type { SyncUpcoming } from './sync-state.js';
import { countGone, endRun, type LeasedSync, type RunEnd, type SyncImport, syncImports } from './sync-work.sql.js';

/** After so long the server may have died between saying that an import is undone and ordering it. */
const askAgainMs = 10 * 60_000;

/** Takes a sync as far as it gets now, under its lease. Throws why it does not get further. */
export function workOnSync(ctx: SyncContext, sync: LeasedSync, signal: AbortSignal): Promise<void> {
  switch (sync.step) {
    case 'idle':
      return readDueTable(ctx, sync, signal);
    case 'importing':
      return followImport(ctx, sync);
    case 'removing':
      return followRemoval(ctx, sync);
  }
}

async function followImport(ctx: SyncContext, sync: LeasedSync): Promise<void> {
  const { import: run, upcoming } = sync;
  if (run === null || upcoming === null) throw new Error('a sync is importing nothing');
  const [made] = await syncImports(ctx.workerPool, sync.workspace, [run]);
  switch (made?.state) {
    case 'done':
      return endImporting(ctx, sync, made, upcoming);
    case 'failed':
      return importAgain(ctx, sync, made);
    case 'undone':
    case 'undoing':
    case undefined:
      // A person took it back: reading it again would undo that.
      return end(ctx, sync, { step: 'idle', state: 'paused', isLost: true });
    default:
      return undefined;
  }
}

/**
 * An import that failed goes on where it stopped; before that its reason is told and the pause is kept. One whose file is gone, as after a backup was
 * restored, is given up and the table read anew from the same watermark.
 */
async function importAgain(ctx: SyncContext, sync: LeasedSync, { id, failure }: SyncImport): Promise<void> {
  if (failure?.code === 'import.file-missing' || failure?.code === 'import.staging-lost') {
    return end(ctx, sync, { step: 'idle', isLost: true, nextAt: new Date(ctx.clock()) });
  }
  if (sync.failure === null) {
    throw new ThroughlineError('sync.import-failed', failure?.detail ?? 'the import of what was read failed');
  }
  const { workspace } = sync;
  const started = await inWorkspace(ctx, workspace, (client) =>
    changeImport(client, workspace, id, ['failed'], 'running'),
  );
  ctx.imports.start(workspace, started.import);
  await end(ctx, sync, { step: 'importing' });
}

async function endImporting(
  ctx: SyncContext,
  sync: LeasedSync,
  made: SyncImport,
  upcoming: SyncUpcoming,
): Promise<void> {
  const rows = { rows: upcoming.rows, readUntil: upcoming.isMore ? null : new Date(upcoming.at) };
  if (sync.watermarkColumn !== null) {
    const nextAt = upcoming.isMore ? new Date(ctx.clock()) : undefined;
    return end(ctx, sync, { ...rows, step: 'idle', watermark: upcoming.watermark, nextAt });
  }
  const former = sync.bases.filter((base) => base !== made.import);
  const bases = [...former, made.import];
  if (former.length === 0) return end(ctx, sync, { ...rows, step: 'idle', bases });
  const gone = await countGone(ctx.workerPool, sync, former, made.import);
  if (isBraked(gone)) {
    return end(ctx, sync, { ...rows, step: 'idle', state: 'held', held: { type: 'gone', ...gone }, bases });
  }
  return end(ctx, sync, { ...rows, step: 'removing', bases, nextAt: new Date(ctx.clock()) });
}

/** The last of the bases stays, the former are taken back. Taking one back twice is harmless. */
async function followRemoval(ctx: SyncContext, sync: LeasedSync): Promise<void> {
  const { workspace, bases } = sync;
  const kept = bases.slice(-1);
  const former = await syncImports(ctx.workerPool, workspace, bases.slice(0, -1));
  const left = former.filter(({ state }) => state !== 'undone');
  if (left.length === 0) return end(ctx, sync, { step: 'idle', bases: kept });
  const isLate = ctx.clock() > sync.nextAt.getTime() + askAgainMs;
  const by = { type: 'sync', id: sync.id, label: sync.table.name } as const;
  for (const { id, state } of left) if (state !== 'undoing' || isLate) await ctx.takeBack(workspace, id, by);
  if (isLate) await end(ctx, sync, { step: 'removing', nextAt: new Date(ctx.clock()) });
}

/** Ends the run, or moves it on; what is not said stays as it is. */
function end(
  ctx: SyncContext,
  sync: LeasedSync,
  said: Pick<RunEnd, 'step'> & { readonly [Key in keyof RunEnd]?: RunEnd[Key] | undefined },
): Promise<void> {
  const now = ctx.clock();
  const run: RunEnd = {
    step: said.step,
    state: said.state ?? 'active',
    held: said.held ?? null,
    watermark: said.watermark ?? sync.watermark,
    bases: said.bases ?? sync.bases,
    rows: said.rows ?? null,
    at: new Date(now),
    readUntil: said.readUntil ?? null,
    nextAt: said.nextAt ?? new Date(now + (sync.everyMinutes ?? 60) * 60_000),
    isLost: said.isLost ?? false,
  };
  return inTransaction(ctx.workerPool, (client) => endRun(client, sync, run));
}
