import { faultPoint } from '../../store/fault-point.js';
import { moveCursor } from '../batch/log.sql.js';
import { cutIntoInserts } from './cut-into-inserts.js';
import { deleteBatches, deleteFrom, deleteImport } from './delete-rows.sql.js';
import { insertInteractions, insertNodeOverrides } from './insert-rows.sql.js';
import type { InteractionRow } from './interaction-row.js';
import { commitFenced, keepLease, Overtaken, type ProjectContext } from './project-context.js';
import type { ProjectedWords } from './projected-words.js';
import { beginEpoch, clearGroup, type ProjectionState, recordGroup, type SendGroup } from './projection.sql.js';
import { rowsOfManifests } from './rows-of-manifests.js';
import { readManifests, readOverrides, type SentManifest } from './sent-manifests.sql.js';

/*
 * Manifests reach the engine in groups, so that a thousand small batches a minute do not make a thousand parts.
 *
 *   cursor ──choose: next manifests up to a limit──► recorded (lo, hi, rows, epoch) ──insert under `epoch:workspace:lo-hi:n`──► sent ──► cursor = hi
 *                                                        ▲                                    │
 *                                                        └── a crash or an unclear answer ────┘ the very same inserts again: the engine drops
 *                                                                                               those whose token it knows
 *
 * - The group is on disk before anything of it is sent, so whoever sends it again sends the same rows. A manifest of the group that was superseded
 *   meanwhile would change them: then what was sent is deleted and the group begins anew in a new epoch.
 * - Moves (overrides) go first: rows written after a move carry the person after it.
 * - A manifest that removes an import, or batches that come again, is a group of its own.
 */

export interface GroupLimits {
  readonly manifests: number;
  readonly rows: number;
  readonly chars: number;
}

/** Rows by the sum of manifests; `chars` stops a group of long messages early. */
export const groupLimits: GroupLimits = { manifests: 500, rows: 50_000, chars: 48 * 1024 * 1024 };

/** Sends the next manifests and moves the cursor; the number of rows sent, or undefined if there was nothing to send yet. */
export async function sendGroup(
  ctx: ProjectContext,
  state: ProjectionState,
  words: ProjectedWords,
  limits: GroupLimits = groupLimits,
): Promise<number | undefined> {
  const chosen =
    state.group === null
      ? await chooseGroup(ctx, state, words, limits)
      : await chosenBefore(ctx, state, state.group, words);
  if (chosen === undefined) return undefined;
  const { manifests, rows, group } = chosen;
  if (state.group === null) {
    await commitFenced(ctx, () => recordGroup(ctx.client, ctx.workspace, group));
    faultPoint('project.recorded');
  }
  const token = `${group.epoch}:${ctx.workspace}:${group.lo}-${group.hi}`;
  const overrides = await readOverrides(ctx.client, ctx.workspace, group.lo, group.hi);
  if (overrides.length > 0) await insertNodeOverrides(ctx.engine, ctx.workspace, overrides, `${token}:moves`);
  const removing = manifests.find((manifest) => manifest.removes);
  if (removing !== undefined) await deleteRemoved(ctx, removing);
  let insert = 0;
  for (const part of cutIntoInserts(rows)) {
    const lines = part.map((row) => row.line);
    await insertInteractions(ctx.engine, lines, `${token}:${insert}`);
    insert += 1;
    faultPoint('project.inserted');
    if (insert % 4 === 0) await keepLease(ctx);
  }
  faultPoint('project.sent');
  await commitFenced(ctx, async () => {
    if (!(await moveCursor(ctx.client, ctx.workspace, 'project', group.hi, ctx.fence, ctx.leaseMs)))
      throw new Overtaken(ctx.workspace);
    await clearGroup(ctx.client, ctx.workspace);
  });
  faultPoint('project.moved');
  return rows.length;
}

/** Rows of an import that was taken back, or of batches that come again under other nodes. */
function deleteRemoved(ctx: ProjectContext, { replaces, import: run, batch }: SentManifest): Promise<void> {
  return replaces.length > 0
    ? deleteBatches(ctx.engine, ctx.workspace, replaces)
    : deleteImport(ctx.engine, ctx.workspace, run, batch);
}

interface Chosen {
  readonly manifests: readonly SentManifest[];
  readonly rows: readonly InteractionRow[];
  readonly group: SendGroup;
}

async function chooseGroup(
  ctx: ProjectContext,
  state: ProjectionState,
  words: ProjectedWords,
  limits: GroupLimits,
): Promise<Chosen | undefined> {
  const manifests: SentManifest[] = [];
  const rows: InteractionRow[] = [];
  let chars = 0;
  let after = state.cursor;
  while (manifests.length < limits.manifests && rows.length < limits.rows && chars < limits.chars) {
    const some = await readManifests(ctx.client, ctx.workspace, after + 1, state.last, manifestsAtOnce);
    const fitting = upToLimits(some, manifests.length, limits.rows - rows.length);
    if (fitting.length === 0) break;
    for (const row of await rowsOfManifests(ctx, fitting, words, { made: rowsAtHand(ctx, fitting) })) {
      rows.push(row);
      chars += row.line.length;
    }
    manifests.push(...fitting);
    after = fitting.at(-1)?.batch ?? after;
    if (fitting.length < some.length || some.length < manifestsAtOnce || fitting.some((manifest) => manifest.removes))
      break;
  }
  const [first] = manifests;
  if (first === undefined) return undefined;
  return { manifests, rows, group: { epoch: state.epoch, lo: first.batch, hi: after, sent: rows.length } };
}

/** Of these manifests, the rows that resolving left. */
function rowsAtHand(
  ctx: ProjectContext,
  manifests: readonly SentManifest[],
): ReadonlyMap<number, readonly InteractionRow[]> {
  const made = new Map<number, readonly InteractionRow[]>();
  for (const { batch, offsets } of manifests) {
    const rows = ctx.atHand?.take(ctx.workspace, batch);
    if (rows !== undefined && rows.length === offsets.length) made.set(batch, rows);
  }
  return made;
}

/** The leading manifests that belong in one group: one that removes stands alone, and rows stay within `room` unless one alone is larger. */
function upToLimits(some: readonly SentManifest[], before: number, room: number): readonly SentManifest[] {
  if (some[0]?.removes) return before === 0 ? some.slice(0, 1) : [];
  const fitting: SentManifest[] = [];
  let rows = 0;
  for (const manifest of some) {
    rows += manifest.offsets.length;
    if (manifest.removes || (rows > room && before + fitting.length > 0)) break;
    fitting.push(manifest);
  }
  return fitting;
}

async function chosenBefore(
  ctx: ProjectContext,
  state: ProjectionState,
  group: SendGroup,
  words: ProjectedWords,
): Promise<Chosen | undefined> {
  const manifests = await readManifests(ctx.client, ctx.workspace, group.lo, group.hi, group.hi - group.lo + 1);
  const rows = await rowsOfManifests(ctx, manifests, words);
  if (rows.length === group.sent && group.epoch === state.epoch) return { manifests, rows, group };
  ctx.log.warn({ workspace: ctx.workspace, group }, 'a group changed before it was sent whole; it begins anew');
  await deleteFrom(ctx.engine, ctx.workspace, group.lo);
  await commitFenced(ctx, async () => {
    await beginEpoch(ctx.client, ctx.workspace, []);
    await clearGroup(ctx.client, ctx.workspace);
  });
  return undefined;
}

const manifestsAtOnce = 100;
