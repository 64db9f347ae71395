import { homeNode } from '@throughline/core/resolve/home-node';
import type { Identifier } from '@throughline/core/resolve/identifier';
import type { JoinRules } from '@throughline/core/resolve/join-rules';
import { movedHome } from '@throughline/core/resolve/moved-home';
import { membersOf } from '../batch/apply-groups.js';
import type { BatchContext } from '../batch/batch-context.js';
import { type BatchNode, BatchNodes } from '../batch/batch-nodes.js';
import { addClaims } from '../batch/claims.sql.js';
import { GatheredActivity } from '../batch/gather-activity.js';
import { GatheredClaims } from '../batch/gather-claims.js';
import { addActivity } from '../batch/persons.sql.js';
import type { ReadRow } from '../batch/read-batch.js';
import { storeNewNodes } from '../batch/settle.js';
import { addMembers } from '../batch/units.sql.js';
import { countedMessages } from './counted-messages.js';
import { deleteRecords, losingAmong, noteLosing, noteMoved } from './rehome.sql.js';

/**
 * Records under their new homes what messages told under their old ones: claims, counts and memberships, as if `ctx.rules` had held instead
 * of `before` since the first message. Sums cannot be taken apart, so whatever a node that loses a message holds is added up anew from the
 * log; so the log is read twice, in slices. Leaves the interactions that moved in `moved_message`; false if nothing moves.
 */
export async function rehomeRecords(ctx: BatchContext, before: JoinRules, upTo: number): Promise<boolean> {
  if (!(await findMoved(ctx, before, upTo))) return false;
  await deleteRecords(ctx.client, ctx.workspace);
  for await (const read of countedMessages(ctx, upTo)) await recordAnew(ctx, before, read);
  return true;
}

/** Notes which nodes lose a message, and the interactions that move; whether any message does. */
async function findMoved(ctx: BatchContext, before: JoinRules, upTo: number): Promise<boolean> {
  let some = false;
  for await (const read of countedMessages(ctx, upTo)) {
    const moved = read.filter(isRecorded).flatMap((one) => {
      const home = movedHome(one.reading.identifiers, before, ctx.rules);
      return home === undefined ? [] : [{ one, ...home }];
    });
    if (moved.length === 0) continue;
    some = true;
    const nodes = await nodesOf(
      ctx,
      moved.flatMap(({ from, to }) => [from, to]),
    );
    const losing = new Set(moved.map(({ from }) => nodes.get(from).node));
    await noteLosing(ctx.client, ctx.workspace, [...losing]);
    const interactions = moved.filter(({ one }) => one.reading.interaction !== undefined);
    await noteMoved(
      ctx.client,
      ctx.workspace,
      interactions.map(({ one, to }) => ({ offset: one.row.offset, node: nodes.get(to).node })),
    );
  }
  return some;
}

/** Adds what these messages told to their new homes, if their old ones lost everything. */
async function recordAnew(ctx: BatchContext, before: JoinRules, read: readonly ReadRow[]): Promise<void> {
  const homes = read.filter(isRecorded).flatMap((one) => {
    const from = homeNode(one.reading.identifiers, before.isBlocked, before);
    const to = homeNode(one.reading.identifiers, ctx.rules.isBlocked, ctx.rules);
    return from === undefined || to === undefined ? [] : [{ one, from, to }];
  });
  const nodes = await nodesOf(
    ctx,
    homes.map(({ from }) => from),
  );
  const losing = await losingAmong(ctx.client, ctx.workspace, [...nodes.byNumber.keys()]);
  const taken = homes.filter(({ from }) => losing.has(nodes.get(from).node));
  if (taken.length === 0) return;
  const targets = await nodesOf(
    ctx,
    taken.map(({ to }) => to),
  );
  await record(
    ctx,
    taken.map(({ one, to }) => ({ read: one, home: targets.get(to) })),
  );
}

async function record(
  ctx: BatchContext,
  homes: readonly { readonly read: ReadRow; readonly home: BatchNode }[],
): Promise<void> {
  const claims = new GatheredClaims();
  const activity = new GatheredActivity();
  for (const { read, home } of homes) {
    for (const { trait, value } of read.reading.claims) claims.add(home.node, read.row, trait, value);
    const { interaction } = read.reading;
    if (interaction === undefined || interaction.marks.void) continue;
    const channel = ctx.book.codeOf('channel', interaction.channel);
    activity.add(home.node, read.row.import, read.row.occurredAt.getTime(), channel);
  }
  await addClaims(ctx.client, ctx.workspace, 'node', claims.rows);
  await addActivity(ctx.client, ctx.workspace, activity.rows);
  const members = homes.map(({ read, home }) => ({ read, home: home.node }));
  await addMembers(ctx.client, ctx.workspace, await membersOf(ctx.client, ctx.workspace, members));
}

/** Whether anything of a message hangs on its home. */
function isRecorded({ reading }: ReadRow): boolean {
  return reading.claims.length > 0 || reading.interaction !== undefined || reading.group !== undefined;
}

/** Nodes of identifiers. One that was deleted since nothing hung on it any more is made again. */
async function nodesOf(ctx: BatchContext, identifiers: readonly Identifier[]): Promise<BatchNodes> {
  const nodes = new BatchNodes();
  await nodes.lookUp(ctx.client, ctx.workspace, identifiers, ctx.book, ctx.head);
  await storeNewNodes(ctx, nodes);
  return nodes;
}
