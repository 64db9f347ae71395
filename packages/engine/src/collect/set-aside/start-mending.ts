import { isDeepStrictEqual } from 'node:util';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { wantedImport } from '../import/change-import.js';
import { importMapping } from '../import/import-mapping.js';
import { findMending, insertMending, type Mending, runningMending } from './mending.sql.js';
import type { MendingAct } from './mending-act.js';
import { importUndone, isTakenBack } from './replay-items.js';
import { mendedBy } from './work-on-mending.js';

export interface MendingOrder {
  readonly code: string;
  /** Public id of the import whose items are meant; all of the reason without it. */
  readonly import?: string;
  readonly act: MendingAct;
}

const audited = {
  answer: 'set-aside.mended',
  replay: 'set-aside.replayed',
  'leave-out': 'set-aside.left-out',
} as const;

/**
 * Orders something to be done with everything that waits for a reason, and begins it. Who orders the same while it runs gets the one that does.
 * Errors: `set-aside.being-mended` if another order for the same items runs, `mapping.invalid` for an answer that names no possible format,
 * `set-aside.import-undone`.
 */
export async function startMending(ctx: AppContext, by: Principal, order: MendingOrder): Promise<Mending> {
  const { number } = by.workspace;
  const mending = await inWorkspace(ctx, number, async (client) => {
    const run = order.import === undefined ? 0 : await importToMend(client, number, order.import, order.act);
    const at = ctx.clock();
    const id = uuidV7(at);
    const isNew = await insertMending(client, {
      ...{ workspace: number, id, code: order.code, import: run, act: order.act },
      ...{ createdBy: by.actor.label, createdAt: new Date(at) },
    });
    if (!isNew) return underWay(client, number, order, run);
    await recordAudit(client, by, at, {
      action: audited[order.act.type],
      target: order.import ?? order.code,
      detail: { mending: id, code: order.code, ...(order.act.type === 'answer' ? { column: order.act.column } : {}) },
    });
    return findMending(client, number, id);
  });
  if (mending === undefined) return startMending(ctx, by, order);
  ctx.mendings.start(number, mending.id);
  return mending;
}

async function importToMend(client: ClientBase, workspace: number, id: string, act: MendingAct): Promise<number> {
  const run = await wantedImport(client, workspace, id);
  if (isTakenBack(run)) throw importUndone();
  if (act.type === 'answer') mendedBy(act)(importMapping(run.mapping));
  return run.import;
}

/** Undefined if it ended in the meantime. */
async function underWay(
  client: ClientBase,
  workspace: number,
  { code, act }: MendingOrder,
  run: number,
): Promise<Mending | undefined> {
  const running = await runningMending(client, workspace, code, run);
  if (running === undefined || isDeepStrictEqual(running.act, act)) return running;
  throw new ThroughlineError(
    'set-aside.being-mended',
    `something else is being done with these items since ${running.createdAt.toISOString()}; wait until it is done, or stop it`,
    { details: { mending: running.id } },
  );
}
