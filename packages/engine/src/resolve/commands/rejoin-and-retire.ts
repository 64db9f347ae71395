import type { BatchContext } from '../batch/batch-context.js';
import { BatchNodes } from '../batch/batch-nodes.js';
import { nodesByNumber } from '../batch/identity.sql.js';
import { recountPersons } from '../batch/recount-persons.js';
import { rejoin } from '../batch/rejoin.js';
import { settle } from '../batch/settle.js';
import { retireNodes } from './undo.sql.js';

/** Recomputes who is who around nodes of which something was taken back, and deletes those that nothing names or hangs on any more. */
export async function rejoinAndRetire(ctx: BatchContext, numbers: readonly number[], offset: number): Promise<void> {
  const nodes = new BatchNodes();
  const touched = (await nodesByNumber(ctx.client, ctx.workspace, numbers)).map((row) =>
    nodes.add({ ...row, namespace: ctx.book.namespaceName(row.namespace), isNew: false }),
  );
  const rejoined = await rejoin(ctx.client, ctx.workspace, touched, nodes, ctx.rules, ctx.book);
  const persons = new Set(rejoined.persons);
  for (const node of touched) persons.add(node.person);
  await settle(ctx, nodes, { ...rejoined, persons }, offset);
  const cut = touched.filter((node) => ctx.rules.isBlocked(node)).map(({ node }) => node);
  const retired = await retireNodes(ctx.client, ctx.workspace, numbers, cut, new Date(ctx.nowMs));
  await recountPersons(
    ctx.client,
    ctx.workspace,
    retired.map((node) => nodes.byNumber.get(node)?.person ?? node),
  );
}
