import { createHash } from 'node:crypto';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { writeArchiveFile } from '../../store/archive-folder/write-archive-file.js';
import { faultPoint } from '../../store/fault-point.js';
import { commitFenced, keepLease, type ProjectContext } from '../project/project-context.js';
import { insertArchiveFile, nextPart } from './archive-file.sql.js';
import { type ArchiveLine, hashLine, placed } from './archive-line.js';
import { archivePath } from './archive-path.js';
import { deleteFromLog, dropEmptyDays, isSettled, oldestDay, placesBetween, readLines } from './log-day.sql.js';
import { insertLines, insertParquet, readParquet, selectLines, withScratchTable } from './scratch-table.sql.js';

/*
 * How log rows leave PostgreSQL, one file at a time, from the beginning of the log on:
 *
 *   in the log ──day old enough, resolved, projected──► file.part on disk ──read back, compared──► file ──commit: row in archive_file, rows deleted──► archived
 *                                                          │                                       │
 *                                                          └──────────── killed: begun again ◄─────┘  (what stands on disk without a row is swept)
 *
 * - The rows are in the log or in the archive at each instant, never in both and never in neither: one commit moves them, under the fence of the
 *   projector's lease.
 * - A day becomes several files if it is large, so that writing and reading one takes little memory.
 * - The partition of a day goes when no workspace has a row in it.
 */

export interface ArchiveLimits {
  readonly rows: number;
  readonly chars: number;
}

/**
 * Of one file. Measured on 2 busy cores, 200,000 events of 377 characters: 10,000 rows a file, 0.46 s each, 21,700 rows a second, the engine at
 * 404 MB; 22,000 rows a file, 1.4 s each, 16,100 rows a second, the engine at 500 MB. Manifests wait meanwhile, so files are small.
 */
export const archiveLimits: ArchiveLimits = { rows: 10_000, chars: 4 * 1024 * 1024 };

export interface ArchiveOrder {
  /** The folder `archive` of the data folder. */
  readonly folder: string;
  /** A receive day leaves the log when it ended this many days ago. */
  readonly keepDays: number;
  readonly nowMs: number;
  readonly limits?: ArchiveLimits;
}

/** Archives the next file of the oldest day that may leave the log; false if there is none. Errors: `archive.not-verified`. */
export async function archiveNext(ctx: ProjectContext, order: ArchiveOrder): Promise<boolean> {
  const before = new Date(order.nowMs - order.keepDays * 86_400_000).toISOString().slice(0, 10);
  const oldest = await oldestDay(ctx.client, ctx.workspace, before);
  if (oldest === undefined || !(await isSettled(ctx.client, ctx.workspace, oldest.hi))) return false;
  const lines = await readFilled(ctx, oldest.day, oldest.lo, order.limits ?? archiveLimits);
  const hi = Number(lines.at(-1)?.[1] ?? oldest.lo);
  const part = await nextPart(ctx.client, ctx.workspace, oldest.day);
  const file = archivePath(ctx.workspace, { day: oldest.day, part }, ctx.fence);
  const bytes = await asParquet(ctx, lines);
  await keepLease(ctx);
  const written = await writeArchiveFile(order.folder, file, bytes, (read) => verify(ctx, file, read, lines));
  faultPoint('archive.written');
  const { lo } = oldest;
  await commitFenced(ctx, async () => {
    const stored = { day: oldest.day, part, file, lo, hi, rows: lines.length, ...written };
    await insertArchiveFile(ctx.client, ctx.workspace, stored, new Date(order.nowMs));
    const deleted = await deleteFromLog(ctx.client, ctx.workspace, oldest.day, lo, hi);
    if (deleted !== lines.length) throw notVerified(file, `the log has ${deleted} rows of it and not ${lines.length}`);
    faultPoint('archive.deleted');
  });
  faultPoint('archive.committed');
  ctx.log.info({ workspace: ctx.workspace, file, rows: lines.length, bytes: written.sizeBytes }, 'log rows archived');
  if (hi >= oldest.hi) await dropDays(ctx, before);
  return true;
}

/** Partitions stay a while if somebody else uses the log just now. */
export async function dropDays(ctx: ProjectContext, before: string): Promise<void> {
  await dropEmptyDays(ctx.client, before).catch((error: unknown) =>
    ctx.log.info({ error }, 'empty days of the log could not be dropped now; they are dropped later'),
  );
}

/**
 * Rows from `lo` on, as many of one day as one file takes, with what the manifests say of them. A clock that was set back leaves days mixed
 * in the log: a file ends where the day changes, so that each file holds all offsets from its first to its last.
 */
async function readFilled(
  ctx: ProjectContext,
  day: string,
  lo: number,
  limits: ArchiveLimits,
): Promise<readonly ArchiveLine[]> {
  const lines: ArchiveLine[] = [];
  let chars = 0;
  for (let isMore = true, from = lo; isMore; ) {
    const page = await readLines(ctx.client, ctx.workspace, from, Math.min(rowsAtOnce, limits.rows - lines.length));
    isMore = page.length > 0;
    for (const line of page) {
      isMore = line[2] === day && chars < limits.chars && lines.length < limits.rows;
      if (!isMore) break;
      lines.push(line);
      chars += line[15].length + (line[14]?.length ?? 0);
    }
    if (lines.length >= limits.rows) break;
    from = Number(page.at(-1)?.[1] ?? from) + 1;
  }
  const hi = Number(lines.at(-1)?.[1] ?? lo);
  const places = new Map(
    (await placesBetween(ctx.client, ctx.workspace, lo, hi)).map((place) => [place.offset, place]),
  );
  return lines.map((line) => {
    const place = places.get(line[1]);
    return place === undefined ? line : placed(line, place);
  });
}

const rowsAtOnce = 2_000;

function asParquet(ctx: ProjectContext, lines: readonly ArchiveLine[]): Promise<Buffer> {
  return withScratchTable(ctx.engine, async (table) => {
    await insertLines(ctx.engine, table, lines);
    return readParquet(ctx.engine, table);
  });
}

/** Reads a file as any later reader will, and compares row by row in one hash. */
async function verify(ctx: ProjectContext, file: string, read: Buffer, lines: readonly ArchiveLine[]): Promise<void> {
  const [expected, found] = [createHash('sha256'), createHash('sha256')];
  for (const line of lines) hashLine(expected, line);
  let rows = 0;
  await withScratchTable(ctx.engine, async (table) => {
    await insertParquet(ctx.engine, table, read);
    for await (const slice of selectLines(ctx.engine, table, 0, Number.MAX_SAFE_INTEGER)) {
      for (const line of slice) hashLine(found, line);
      rows += slice.length;
    }
  });
  if (rows !== lines.length) throw notVerified(file, `it holds ${rows} rows and not ${lines.length}`);
  if (found.digest('hex') !== expected.digest('hex')) throw notVerified(file, 'its rows are not those of the log');
  await keepLease(ctx);
}

const notVerified = (file: string, why: string): ThroughlineError =>
  new ThroughlineError(
    'archive.not-verified',
    `the archive file ${file} was written and does not read back as the log stands (${why}): nothing left the log`,
  );
