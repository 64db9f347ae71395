import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import { isHeldByDrift, schemaDrift } from '@throughline/core/collect/syncs/schema-drift';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { faultPoint } from '../../../store/fault-point.js';
import { inTransaction } from '../../../store/postgres/in-transaction.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../../store/uuid-v7.js';
import { findImport } from '../../import/import.sql.js';
import { importMapping } from '../../import/import-mapping.js';
import { type StagedFile, stageFile } from '../../import/stage-file.js';
import { removeStaging, stagingOf } from '../../import/staged-files.js';
import { allowedTarget } from '../database/allowed-target.js';
import type { DatabaseColumn } from '../database/database-column.js';
import type { RowsRead } from '../database/database-job.js';
import { askColumns, readLines, readRows } from '../database/read-rows.js';
import { nextWatermark } from './next-watermark.js';
import { openPassword } from './sealed-password.js';
import { startSyncImport } from './start-sync-import.js';
import type { SyncContext } from './sync-context.js';
import { endRun, type LeasedSync, noteAdded, type RunEnd } from './sync-work.sql.js';

/** Of a run by watermark; what is beyond is read by the next one, at once. */
const mostNewRows = 1_000_000;
const wholeRows = 50_000_000;
const mostBytes = 20_000_000_000;
const mostMs = 2 * 3_600_000;

/** Reads what is new in a table that is due, or all of it, and begins to import that. Errors: `database.…`, `sync.…`, `import.no-room`. */
export async function readDueTable(ctx: SyncContext, sync: LeasedSync, signal: AbortSignal): Promise<void> {
  const { workspace, connection, table, watermarkColumn: column } = sync;
  const target = await allowedTarget(ctx, workspace, { ...connection, password: openPassword(ctx.key, sync) });
  const startedAtMs = ctx.clock();
  const run = uuidV7(startedAtMs);
  const { staging } = ctx.dataFolder;
  const folder = stagingOf(staging, run);
  try {
    const columns = await askColumns(target, table, { folder, signal });
    const held = await heldBy(ctx, sync, columns);
    if (held !== undefined) return await end(ctx, sync, startedAtMs, { state: 'held', held });
    const newer = column === null ? undefined : { column, from: sync.watermark };
    const limits = { rows: column === null ? wholeRows : mostNewRows, bytes: mostBytes, ms: mostMs };
    const read = await readRows(target, table, columns, { newer, limits }, { folder, signal });
    faultPoint('sync.read');
    if (read.rows === 0) return await endEmpty(ctx, sync, startedAtMs);
    const upcoming = {
      watermark: column === null ? null : nextWatermark(sync.watermark, read, limits.rows, startedAtMs),
      isMore: column !== null && read.rows === limits.rows,
      rows: read.rows,
      at: new Date(startedAtMs).toISOString(),
    };
    const staged = await stage(folder, read);
    if (sync.lastHash?.equals(staged.hash) === true) {
      return await end(ctx, sync, startedAtMs, { rows: 0, watermark: upcoming.watermark });
    }
    if (signal.aborted) return;
    await startSyncImport(ctx, sync, run, staged, upcoming);
  } finally {
    await removeUnlessImported(ctx, workspace, run);
  }
}

/** Why the table must not be read on as it is; what is only new is noted. */
async function heldBy(
  ctx: SyncContext,
  sync: LeasedSync,
  columns: readonly DatabaseColumn[],
): Promise<RunEnd['held'] | undefined> {
  const mapped = compileMapping(importMapping(sync.mapping ?? '')).columns;
  const needed = sync.watermarkColumn === null ? mapped : [...mapped, sync.watermarkColumn];
  const drift = schemaDrift(sync.columns, columns, needed);
  if (drift.added.join() !== sync.added.join()) await noteAdded(ctx.workerPool, sync, drift.added);
  if (!isHeldByDrift(drift)) return undefined;
  const { vanished, changed } = drift;
  return { type: 'drift', vanished, changed, columns };
}

/** Nothing new is nothing to do; a whole table without a row is one of which all is gone. */
async function endEmpty(ctx: SyncContext, sync: LeasedSync, startedAtMs: number): Promise<void> {
  if (sync.watermarkColumn !== null || sync.bases.length === 0) return end(ctx, sync, startedAtMs, { rows: 0 });
  throw new ThroughlineError(
    'sync.table-emptied',
    'there is not a single line in the table any more, so nothing of it is taken back; if that is meant, take its imports back',
  );
}

async function stage(folder: string, { bytes }: RowsRead): Promise<StagedFile> {
  const staged = await stageFile(folder, undefined, createReadStream(readLines(folder)), { bytes, hash: null });
  await rm(readLines(folder));
  return staged;
}

/** The folder belongs to the import as soon as there is one. */
async function removeUnlessImported({ appPool, dataFolder }: SyncContext, workspace: number, run: string) {
  const found = await inWorkspace({ appPool }, workspace, (client) => findImport(client, workspace, run)).catch(
    () => null,
  );
  if (found === undefined) await removeStaging(dataFolder.staging, run);
}

function end(
  ctx: SyncContext,
  sync: LeasedSync,
  startedAtMs: number,
  said: Pick<Partial<RunEnd>, 'state' | 'held' | 'rows' | 'watermark'>,
): Promise<void> {
  const isHeld = said.state === 'held';
  return inTransaction(ctx.workerPool, (client) =>
    endRun(client, sync, {
      step: 'idle',
      state: said.state ?? 'active',
      held: said.held ?? null,
      watermark: said.watermark ?? sync.watermark,
      bases: sync.bases,
      rows: said.rows ?? null,
      at: new Date(ctx.clock()),
      readUntil: isHeld ? null : new Date(startedAtMs),
      nextAt: new Date(ctx.clock() + (sync.everyMinutes ?? 60) * 60_000),
      isLost: false,
    }),
  );
}
