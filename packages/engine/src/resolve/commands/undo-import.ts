import type { BatchContext } from '../batch/batch-context.js';
import { BatchNodes } from '../batch/batch-nodes.js';
import { readLogAt } from '../batch/log.sql.js';
import { insertManifest } from '../batch/manifest.sql.js';
import { recountPersons } from '../batch/persons.sql.js';
import { rejoin } from '../batch/rejoin.js';
import { applyFresh } from '../batch/resolve-batch.js';
import { settle } from '../batch/settle.js';
import {
  countPromoted,
  deleteEmptyUnits,
  deleteImport,
  finishUndo,
  freeKeys,
  leaveOutSetAside,
  nodesByNumber,
  retireNodes,
} from './undo.sql.js';

const nodesAtOnce = 5_000;

/**
 * Takes an import back whole: identity, claims, counts and interactions become as if it had never come, and what it had hidden as a
 * duplicate in a later import counts there. The log, the run itself and the audit stay. Runs in one transaction; doing it twice does nothing.
 */
export async function undoImport(ctx: BatchContext, run: number, by: string, offset: number): Promise<void> {
  const { client, workspace } = ctx;
  const at = new Date(ctx.nowMs);
  const batch = ctx.head.nextBatch++;
  await insertManifest(client, workspace, {
    batch,
    epoch: ctx.head.epoch,
    lo: offset,
    hi: offset,
    import: run,
    rows: [],
    removes: true,
  });
  const touched = await deleteImport(client, workspace, run);
  for (let from = 0; from < touched.length; from += nodesAtOnce)
    await rejoinAndRetire(ctx, touched.slice(from, from + nodesAtOnce), offset);
  await deleteEmptyUnits(client, workspace);
  await promote(ctx, run);
  await leaveOutSetAside(client, workspace, run, by, at);
  await finishUndo(client, workspace, run, at);
}

async function rejoinAndRetire(ctx: BatchContext, numbers: readonly number[], offset: number): Promise<void> {
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

async function promote(ctx: BatchContext, run: number): Promise<void> {
  const promoted = await freeKeys(ctx.client, ctx.workspace, run);
  for (let from = 0; from < promoted.length; from += nodesAtOnce) {
    const some = promoted.slice(from, from + nodesAtOnce);
    const rows = await readLogAt(
      ctx.client,
      ctx.workspace,
      some.map((row) => row.offset),
    );
    await applyFresh(ctx, rows, { duplicates: [], reused: [] });
    const perImport = new Map<number, number>();
    for (const row of some) perImport.set(row.import, (perImport.get(row.import) ?? 0) + 1);
    for (const [importNumber, messages] of perImport)
      await countPromoted(ctx.client, ctx.workspace, importNumber, messages);
  }
}
