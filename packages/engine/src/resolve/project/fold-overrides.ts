import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { faultPoint } from '../../store/fault-point.js';
import { forgetOverrides } from './delete-rows.sql.js';
import { monthsOf } from './engine-sums.sql.js';
import { emptyTwin, fillTwin, movedRows, partitionSums, replaceByTwin } from './fold-partition.sql.js';
import {
  finishFold,
  finishForget,
  foldedPartitions,
  newestOpenVersion,
  recordFolded,
  touchedPersons,
} from './folding.sql.js';
import { commitFenced, keepLease, type ProjectContext } from './project-context.js';
import type { ProjectionState } from './projection.sql.js';

/*
 * A fold writes the moves of nodes (overrides) into the rows, so that queries by person need the second branch for few persons only.
 *
 *   none ──► partition: rows with mapped persons into the twin ──► counted and hashed the same? ──► swapped in ──► recorded (month, version)
 *                 ▲                                                                                                    │ more partitions
 *                 └────────────────────────────────────────────────────────────────────────────────────────────────────┤
 *   moves leave the engine after the grace ◄── moves up to the version marked as folded ◄── all partitions recorded ◄──┘
 *
 * - The lease of the projector is held, and nothing is under way: no row comes in between. Between two partitions rows may be sent; they carry
 *   persons of after every move of this fold already.
 * - Each arrow may be cut off and taken again: a row mapped twice is where it was, a swap of equal rows changes nothing.
 * - The version of a fold stays the same over all its partitions, even if moves come in meanwhile; those wait for the next one.
 * - A query that began before the last swap may still read old rows, so moves stay in the engine until no such query can run.
 */

const touchedShareOf1 = 0.01;

/** Whether so many persons are touched by open moves that folding pays. */
export async function isFoldDue(ctx: ProjectContext, state: ProjectionState, touchedAtLeast: number): Promise<boolean> {
  if (state.openVersion === 0) return false;
  const { touched, persons } = await touchedPersons(ctx.client, ctx.workspace);
  return touched > Math.max(touchedAtLeast, persons * touchedShareOf1);
}

/** Folds one partition, or ends the fold if there is none left. */
export async function foldStep(ctx: ProjectContext, state: ProjectionState, graceMs: number): Promise<'more' | 'done'> {
  const folded = await foldedPartitions(ctx.client, ctx.workspace);
  const version =
    folded.size > 0 ? Math.max(...folded.values()) : await newestOpenVersion(ctx.client, ctx.workspace, state.cursor);
  const months = await monthsOf(ctx.engine, ctx.workspace);
  const next = months.find((month) => (folded.get(month) ?? -1) < version);
  if (next === undefined || version === 0) {
    await commitFenced(ctx, () => finishFold(ctx.client, ctx.workspace, version, graceMs));
    faultPoint('fold.finished');
    return 'done';
  }
  await keepLease(ctx);
  if ((await movedRows(ctx.engine, ctx.workspace, next, version)) > 0) await foldPartition(ctx, next, version);
  await commitFenced(ctx, () => recordFolded(ctx.client, ctx.workspace, next, version));
  faultPoint('fold.recorded');
  return 'more';
}

/** Takes folded moves out of the engine. */
export async function forgetFolded(ctx: ProjectContext, state: ProjectionState): Promise<void> {
  await forgetOverrides(ctx.engine, ctx.workspace, state.forgetVersion);
  faultPoint('fold.forgotten');
  await commitFenced(ctx, () => finishForget(ctx.client, ctx.workspace));
}

async function foldPartition(ctx: ProjectContext, month: number, version: number): Promise<void> {
  await fillTwin(ctx.engine, ctx.workspace, month, version);
  faultPoint('fold.filled');
  const stored = await partitionSums(ctx.engine, 'stored', ctx.workspace, month);
  const twin = await partitionSums(ctx.engine, 'twin', ctx.workspace, month);
  if (twin.rows !== stored.rows || twin.messages !== stored.messages || twin.hash !== stored.hash) {
    await emptyTwin(ctx.engine, ctx.workspace, month);
    throw new ThroughlineError(
      'projection.fold-differs',
      `folding month ${month} of workspace ${ctx.workspace} would have changed more than persons (${twin.rows} of ${stored.rows} rows); nothing was changed`,
    );
  }
  await keepLease(ctx);
  await replaceByTwin(ctx.engine, ctx.workspace, month);
  faultPoint('fold.replaced');
  await emptyTwin(ctx.engine, ctx.workspace, month);
}
