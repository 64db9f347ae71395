import { canonicalJson } from '@throughline/core/resolve/canonical-json';
import type { BatchContext } from '../batch/batch-context.js';
import { BatchNodes } from '../batch/batch-nodes.js';
import { rejoin } from '../batch/rejoin.js';
import { settle } from '../batch/settle.js';
import { insertSettled } from '../batch/settled-traits.sql.js';
import type { Command } from './command.js';
import { storedForm } from './stored-form.js';

/**
 * A person says which value of a trait is right. It hangs on one identifier for ever: whoever has that one has the value, after joins, splits
 * and changed rules too. Doing it twice does nothing.
 */
export async function settleTrait(
  ctx: BatchContext,
  command: Extract<Command, { type: 'settle-trait' }>,
  offset: number,
  at: Date,
): Promise<void> {
  const { id, trait, note, by } = command;
  const on = storedForm(command.on);
  const nodes = new BatchNodes();
  await nodes.lookUp(ctx.client, ctx.workspace, [on], ctx.book, ctx.head);
  const node = nodes.get(on);
  const value = canonicalJson(command.value);
  await insertSettled(ctx.client, ctx.workspace, { id, node: node.node, trait, value, note, decidedBy: by, at });
  const rejoined = await rejoin(ctx.client, ctx.workspace, [node], nodes, ctx.rules, ctx.book);
  await settle(ctx, nodes, { ...rejoined, persons: new Set([...rejoined.persons, node.person]) }, offset);
}
