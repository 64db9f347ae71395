import { applyMatches } from '../batch/apply-matches.js';
import type { BatchContext } from '../batch/batch-context.js';
import { BatchNodes } from '../batch/batch-nodes.js';
import { matchKey } from '../batch/read-batch.js';
import { rejoin } from '../batch/rejoin.js';
import { settle } from '../batch/settle.js';
import type { Command } from './command.js';
import { storedForm } from './stored-form.js';

/** A person says that two identifiers are one human, or are not. It outranks everything else, and can be undone like any match. */
export async function decide(
  ctx: BatchContext,
  command: Extract<Command, { type: 'decide' }>,
  offset: number,
  atMs: number,
): Promise<void> {
  const identifiers = [command.a, command.b].map(storedForm);
  const nodes = new BatchNodes();
  await nodes.lookUp(ctx.client, ctx.workspace, identifiers, ctx.book, ctx.head);
  const statement = {
    id: command.id,
    key: matchKey({ source: 0, kind: command.decision, strength: 'decision', identifiers, decision: command.id }),
    source: 0,
    import: 0,
    kind: command.decision,
    strength: 'decision' as const,
    firstAtMs: atMs,
    nodes: identifiers.map((identifier) => nodes.get(identifier)),
    decidedBy: command.by,
    ...(command.note === undefined ? {} : { note: command.note }),
  };
  const { added } = await applyMatches(ctx.client, ctx.workspace, [statement], ctx.rules, ctx.head, ctx.nowMs);
  if (added.length === 0) return;
  await settle(
    ctx,
    nodes,
    await rejoin(ctx.client, ctx.workspace, statement.nodes, nodes, ctx.rules, ctx.book),
    offset,
  );
}
