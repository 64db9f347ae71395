import { findablePart } from '@throughline/core/resolve/find/findable-part';
import { uuidV7 } from '../../store/uuid-v7.js';
import type { BatchContext } from './batch-context.js';
import type { BatchNodes } from './batch-nodes.js';
import { insertFindableParts, insertNodes, moveNodes } from './identity.sql.js';
import { insertManifest, insertOverrides } from './manifest.sql.js';
import { insertPersonChanges } from './person-changes.sql.js';
import { recountPersons } from './recount-persons.js';
import { refreshIdentities } from './refresh-identities.js';
import type { Rejoined } from './rejoin.js';

/** Stores nodes that are new, moves those whose component or person changed, and tells the feed of changes. */
export async function storeNodes(ctx: BatchContext, nodes: BatchNodes, rejoined: Rejoined): Promise<void> {
  await storeNewNodes(ctx, nodes);
  await moveNodes(ctx.client, ctx.workspace, rejoined.relabelled, rejoined.moved);
  const { changes } = rejoined;
  if (changes.length === 0) return;
  const made = { cause: ctx.cause, at: new Date(ctx.nowMs) };
  await insertPersonChanges(ctx.client, ctx.workspace, ctx.head.nextChange, changes, made);
  ctx.head.nextChange += changes.length;
}

export async function storeNewNodes(ctx: BatchContext, nodes: BatchNodes): Promise<void> {
  const made = [...nodes.byNumber.values()].filter((node) => node.isNew);
  if (made.length === 0) return;
  await insertNodes(
    ctx.client,
    ctx.workspace,
    made.map((node) => ({ ...node, id: uuidV7(ctx.nowMs), namespace: ctx.book.namespaceCode(node.namespace) })),
    new Date(ctx.nowMs),
  );
  await insertFindableParts(
    ctx.client,
    ctx.workspace,
    made.flatMap((node) => {
      const part = findablePart(node);
      return part === undefined ? [] : [{ node: node.node, part }];
    }),
  );
}

/**
 * Writes everything that follows from a recompute that no message caused: nodes, moves for the analytics engine (under a manifest without
 * rows, so that they become visible in commit order), counts and golden traits of all persons that changed.
 */
export async function settle(ctx: BatchContext, nodes: BatchNodes, rejoined: Rejoined, offset: number): Promise<void> {
  await storeNodes(ctx, nodes, rejoined);
  await ctx.book.store(ctx.client);
  if (rejoined.moved.length > 0) {
    const batch = ctx.head.nextBatch++;
    await insertManifest(ctx.client, ctx.workspace, {
      batch,
      epoch: ctx.head.epoch,
      lo: offset,
      hi: offset,
      import: 0,
      rows: [],
    });
    await insertOverrides(ctx.client, ctx.workspace, batch, ctx.head.nextVersion++, rejoined.moved);
  }
  const persons = [...rejoined.persons];
  await recountPersons(ctx.client, ctx.workspace, persons);
  await refreshIdentities(ctx.client, ctx.workspace, persons, ctx.rules, ctx.book);
}
