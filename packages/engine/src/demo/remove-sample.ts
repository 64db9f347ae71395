import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { faultPoint } from '../store/fault-point.js';
import { inTransaction } from '../store/postgres/in-transaction.js';
import { filesOf } from './load-sample.js';
import { deleteWorkspace, endLease, isEmptying, removeRows, stagedIn } from './remove-rows.sql.js';
import type { SampleToDo } from './sample-company.sql.js';
import type { SampleContext } from './sample-context.js';

const lookEveryMs = 100;
const rowsAtOnce = 10_000;

/**
 * Removes what is left of a workspace that was shut (`closeWorkspace`): from the analytics engine by the projector, who alone writes there, then
 * files, then rows. Each step may be done twice, so a kill between any two of them only means doing one again.
 */
export async function removeSample(ctx: SampleContext, { workspace }: SampleToDo, signal: AbortSignal): Promise<void> {
  const { workerPool, imports, dataFolder } = ctx;
  const staged = await stagedIn(workerPool, workspace);
  for (const run of staged.imports) await imports.stop(workspace, run);
  while (await isEmptying(workerPool, workspace)) {
    if (signal.aborted) return;
    await pause(lookEveryMs);
  }
  await endLease(workerPool, workspace, 'project');
  faultPoint('sample.emptied');
  for (const id of staged.ids) await imports.discard(id);
  await rm(filesOf(dataFolder, workspace), { recursive: true, force: true });
  while (await removeRows(workerPool, workspace, rowsAtOnce)) {
    faultPoint('sample.removing');
    if (signal.aborted) return;
  }
  await rm(join(dataFolder.archive, String(workspace)), { recursive: true, force: true });
  await inTransaction(workerPool, (client) => deleteWorkspace(client, workspace));
  ctx.log.info({ workspace }, 'a sample company is removed');
}
