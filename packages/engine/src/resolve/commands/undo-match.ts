import type { BatchContext } from '../batch/batch-context.js';
import { BatchNodes } from '../batch/batch-nodes.js';
import { matchKindOf } from '../batch/codes.js';
import { nodesByNumber } from '../batch/identity.sql.js';
import { rejoin } from '../batch/rejoin.js';
import { settle } from '../batch/settle.js';
import { rejoinAndRetire } from './rejoin-and-retire.js';
import { deleteMatch } from './undo.sql.js';

/**
 * Removes exactly one match; a join falls when its last match does. What was recorded stays under its nodes. Doing it twice does nothing.
 *
 * An identifier that only a decision named goes with it. One that a message named stays, alone if need be: the message is still kept.
 */
export async function undoMatch(ctx: BatchContext, match: string, offset: number): Promise<void> {
  const deleted = await deleteMatch(ctx.client, ctx.workspace, match);
  if (deleted === undefined) return;
  const kind = matchKindOf(deleted.kind);
  if (kind === 'same' || kind === 'different') return rejoinAndRetire(ctx, deleted.nodes, offset);
  const nodes = new BatchNodes();
  const touched = (await nodesByNumber(ctx.client, ctx.workspace, deleted.nodes)).map((row) =>
    nodes.add({ ...row, namespace: ctx.book.namespaceName(row.namespace), isNew: false }),
  );
  await settle(ctx, nodes, await rejoin(ctx.client, ctx.workspace, touched, nodes, ctx.rules, ctx.book), offset);
}
