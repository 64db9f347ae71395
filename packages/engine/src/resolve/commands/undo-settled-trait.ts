import type { BatchContext } from '../batch/batch-context.js';
import { deleteSettled } from '../batch/settled-traits.sql.js';
import { rejoinAndRetire } from './rejoin-and-retire.js';

/** Takes one decision about a trait back; an earlier one holds again, else the rule. Doing it twice does nothing. */
export async function undoSettledTrait(ctx: BatchContext, id: string, offset: number): Promise<void> {
  const node = await deleteSettled(ctx.client, ctx.workspace, id);
  if (node !== undefined) await rejoinAndRetire(ctx, [node], offset);
}
