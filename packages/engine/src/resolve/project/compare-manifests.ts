import { faultPoint } from '../../store/fault-point.js';
import { cutIntoInserts } from './cut-into-inserts.js';
import { deleteBatches, deleteOverrides } from './delete-rows.sql.js';
import { engineSums, overrideSums } from './engine-sums.sql.js';
import { forgetFoldedPartitions } from './folding.sql.js';
import { insertInteractions, insertNodeOverrides } from './insert-rows.sql.js';
import { commitFenced, keepLease, type ProjectContext } from './project-context.js';
import type { ProjectedWords } from './projected-words.js';
import { askRebuild, beginEpoch, type ProjectionState } from './projection.sql.js';
import { type PersonOf, rowsOfManifests } from './rows-of-manifests.js';
import {
  batchBack,
  foldedOverrides,
  leavingBatches,
  manifestSums,
  openOverrideSums,
  overridesOf,
  readManifests,
  type SentOverride,
} from './sent-manifests.sql.js';

export interface Compared {
  readonly batches: number;
  readonly differing: number;
}

/** How many manifests are compared unless all are asked for. */
export const comparedManifests = 10_000;
/** Beyond this the workspace is sent anew from the first batch. */
const mostMended = 500;

/**
 * Compares what PostgreSQL says was sent with what the engine holds (rows, sum of message hashes, sum of nodes of each batch; the moves by
 * version), deletes what differs and sends it again in a new epoch, since the engine would drop rows under a token it knows. Persons are not
 * compared: folding rewrites them; nor are batches that are about to leave. No group may be under way. Cut off halfway, the next comparison finds the same batches.
 */
export async function compareManifests(
  ctx: ProjectContext,
  state: ProjectionState,
  words: ProjectedWords,
  span: number | 'all' = comparedManifests,
): Promise<Compared> {
  const lo = span === 'all' ? 0 : await batchBack(ctx.client, ctx.workspace, state.cursor, span);
  const expected = await manifestSums(ctx.client, ctx.workspace, lo, state.cursor);
  const leaving = await leavingBatches(ctx.client, ctx.workspace, state.cursor);
  const batches = differing(
    expected.map((sums) => [sums.batch, `${sums.rows}/${sums.messageSum}/${sums.nodeSum}`]),
    (await engineSums(ctx.engine, ctx.workspace, lo)).map((sums) => [
      sums.batch,
      `${sums.rows}/${sums.messageSum}/${sums.nodeSum}`,
    ]),
  ).filter((batch) => !leaving.has(batch));
  const versions = differing(
    (await openOverrideSums(ctx.client, ctx.workspace, state.cursor)).map((sums) => [
      sums.version,
      `${sums.rows}/${sums.sum}`,
    ]),
    (await overrideSums(ctx.engine, ctx.workspace, state.forgetVersion)).map((sums) => [
      sums.version,
      `${sums.rows}/${sums.sum}`,
    ]),
  );
  const compared = { batches: expected.length, differing: batches.length + versions.length };
  if (compared.differing === 0) return compared;
  ctx.log.warn(
    { workspace: ctx.workspace, compared, first: batches.slice(0, 20), firstVersions: versions.slice(0, 20) },
    'the analytics engine differs from the manifests; what differs is sent again',
  );
  if (compared.differing > mostMended) await commitFenced(ctx, () => askRebuild(ctx.client, ctx.workspace));
  else await mend(ctx, state, words, batches, versions);
  return compared;
}

async function mend(
  ctx: ProjectContext,
  state: ProjectionState,
  words: ProjectedWords,
  batches: readonly number[],
  versions: readonly number[],
): Promise<void> {
  let epoch = 0;
  await commitFenced(ctx, async () => {
    epoch = await beginEpoch(ctx.client, ctx.workspace, batches);
    // rows sent again carry persons of before a fold that is under way
    await forgetFoldedPartitions(ctx.client, ctx.workspace);
  });
  faultPoint('compare.begun');
  if (versions.length > 0) {
    await deleteOverrides(ctx.engine, ctx.workspace, versions);
    const moves = (await overridesOf(ctx.client, ctx.workspace, versions)).filter(
      (move) => move.batch <= state.cursor && move.version > state.forgetVersion,
    );
    if (moves.length > 0)
      await insertNodeOverrides(ctx.engine, ctx.workspace, moves, `${epoch}:${ctx.workspace}:mend-moves`);
  }
  if (batches.length > 0) await deleteBatches(ctx.engine, ctx.workspace, batches);
  faultPoint('compare.deleted');
  for (const batch of batches) {
    if (batch > state.cursor) continue;
    const manifests = await readManifests(ctx.client, ctx.workspace, batch, batch, 1);
    if (manifests.some((manifest) => manifest.removes)) continue;
    const nodes = [...new Set(manifests.flatMap((manifest) => manifest.nodes))];
    const personOf = asFolded(await foldedOverrides(ctx.client, ctx.workspace, nodes));
    const parts = cutIntoInserts(await rowsOfManifests(ctx, manifests, words, { personOf }));
    for (const [index, part] of parts.entries())
      await insertInteractions(
        ctx.engine,
        part.map((row) => row.line),
        `${epoch}:${ctx.workspace}:mend-${batch}:${index}`,
      );
    await keepLease(ctx);
  }
}

/** Where folding would have put a row: the newest folded move of its node that holds at its time. */
function asFolded(newestFirst: readonly SentOverride[]): PersonOf {
  const moves = new Map<number, SentOverride[]>();
  for (const move of newestFirst) {
    const known = moves.get(move.node);
    if (known === undefined) moves.set(move.node, [move]);
    else known.push(move);
  }
  return (node, atMs, person) =>
    moves
      .get(node)
      ?.find(
        (move) =>
          (move.validFromMs === null || move.validFromMs <= atMs) && (move.validToMs === null || atMs < move.validToMs),
      )?.person ?? person;
}

/** Keys whose text is not the same on both sides, or on one only, in order. */
function differing(
  expected: readonly (readonly [number, string])[],
  held: readonly (readonly [number, string])[],
): readonly number[] {
  const left = new Map(expected);
  for (const [key, sums] of held) {
    if (left.get(key) === sums) left.delete(key);
    else left.set(key, sums);
  }
  return [...left.keys()].sort((a, b) => a - b);
}
