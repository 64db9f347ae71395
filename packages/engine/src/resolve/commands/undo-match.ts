import type { BatchContext } from '../batch/batch-context.js';
import { BatchNodes } from '../batch/batch-nodes.js';
import { rejoin } from '../batch/rejoin.js';
import { settle } from '../batch/settle.js';
import { deleteMatch, nodesByNumber } from './undo.sql.js';

/** Removes exactly one match; a join falls when its last match does. What was recorded stays under its nodes. Doing it twice does nothing. */
export async function undoMatch(ctx: BatchContext, match: string, offset: number): Promise<void> {
  const named = await deleteMatch(ctx.client, ctx.workspace, match);
  if (named === undefined) return;
  const nodes = new BatchNodes();
  const touched = (await nodesByNumber(ctx.client, ctx.workspace, named)).map((row) =>
    nodes.add({ ...row, namespace: ctx.book.namespaceName(row.namespace), isNew: false }),
  );
  await settle(ctx, nodes, await rejoin(ctx.client, ctx.workspace, touched, nodes, ctx.rules, ctx.book), offset);
}
