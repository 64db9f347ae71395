import type { BatchContext } from '../batch/batch-context.js';
import { insertManifest } from '../batch/manifest.sql.js';
import { askRebuild } from '../project/projection.sql.js';
import { forgetMoved, movedBatches, replaceManifests } from './rehome.sql.js';

const batchesAtOnce = 200;
/** Beyond this everything is sent anew: each batch that leaves has the months it lies in written once more. */
const mostReplaced = 500;

/**
 * Has the analytics engine show moved interactions under their new nodes: whole batches leave it, by one manifest that says so, and come
 * again by manifests of their own. Call it when all persons are settled; the order of manifests makes the projector do it exactly once.
 */
export async function rehomeInteractions(ctx: BatchContext, offset: number): Promise<void> {
  const { client, workspace, head } = ctx;
  const replaced: number[] = [];
  let after = 0;
  for (;;) {
    const batches = await movedBatches(client, workspace, after, 10_000);
    const last = batches.at(-1);
    if (last === undefined) break;
    after = last;
    replaced.push(...batches);
  }
  const isRebuilt = replaced.length > mostReplaced;
  if (replaced.length > 0 && !isRebuilt) {
    await insertManifest(client, workspace, {
      batch: head.nextBatch++,
      epoch: head.epoch,
      lo: offset,
      hi: offset,
      import: 0,
      rows: [],
      removes: true,
      replaces: replaced,
    });
  }
  for (let from = 0; from < replaced.length; from += batchesAtOnce) {
    const batches = replaced.slice(from, from + batchesAtOnce);
    await replaceManifests(client, workspace, batches, { firstBatch: head.nextBatch, epoch: head.epoch });
    head.nextBatch += batches.length;
  }
  await forgetMoved(client, workspace);
  if (!isRebuilt) return;
  await askRebuild(client, workspace);
  head.epoch += 1;
}
