import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { mendMapping } from '@throughline/core/collect/mend/mend-mapping';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Pool } from 'pg';
import { faultPoint } from '../../store/fault-point.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { advanceMending, leaveOutNext, type Mending } from './mending.sql.js';
import type { MendingAct } from './mending-act.js';
import { type ItemsRead, keepReplayed, type ReplayContext, readItems } from './replay-items.js';
import { placeOfItem, type SetAsideItem, type SetAsidePlace, waitingItems } from './set-aside.sql.js';
import { textOfItem } from './text-of-item.js';

const readAtOnce = 200;
const leftOutAtOnce = 2_000;

/** Reads the next items of a mending again and keeps what can be applied now. Where it came to; undefined when there are no more. */
export async function replayWaiting(
  ctx: ReplayContext,
  pool: Pool,
  mending: Mending,
  after: SetAsidePlace,
): Promise<SetAsidePlace | undefined> {
  const { workspace, code, act } = mending;
  const of = { code, import: mending.import, until: mending.createdAt };
  const items = await inWorkspace(ctx, workspace, (client) => waitingItems(client, workspace, of, after, readAtOnce));
  const last = items.at(-1);
  if (last === undefined) return undefined;
  const place = placeOfItem(last);
  const read = await readAll(ctx, workspace, items, act);
  const counts = { replayed: read.done.length, stillAside: read.stillAside.length };
  if (counts.replayed === 0) return (await advanceMending(pool, mending, counts, place)) ? place : undefined;
  try {
    await keepReplayed(ctx, workspace, read, mending.createdBy, async (client) => {
      if (!(await advanceMending(client, mending, counts, place))) throw over();
    });
    faultPoint('mending.batch');
  } catch (error) {
    if (!ThroughlineError.is(error)) throw error;
    if (error.code === 'set-aside.mending-over') return undefined;
    if (error.code === 'set-aside.decided') return after;
    throw error;
  }
  return place;
}

/** Leaves out the next items of a mending. */
export async function leaveOutWaiting(
  pool: Pool,
  mending: Mending,
  at: SetAsidePlace,
  clock: () => number,
): Promise<SetAsidePlace | undefined> {
  const items = await leaveOutNext(pool, mending, new Date(clock()), leftOutAtOnce);
  faultPoint('mending.batch');
  return items === 0 ? undefined : at;
}

export const over = () => new ThroughlineError('set-aside.mending-over', 'this has ended already: load the list again');

async function readAll(
  ctx: ReplayContext,
  workspace: number,
  items: readonly SetAsideItem[],
  act: MendingAct,
): Promise<ItemsRead> {
  const mend = act.type === 'answer' ? mendedBy(act) : undefined;
  const todo = items.map((item) => ({ item, mended: act.type === 'replay' ? replaced(item, act) : undefined }));
  return readItems(ctx, workspace, todo, mend);
}

/** Errors: `mapping.invalid` if the answer names no possible format. */
export function mendedBy({ column, answer }: Extract<MendingAct, { type: 'answer' }>): (mapping: Mapping) => Mapping {
  return (mapping) => {
    const mended = mendMapping(mapping, column, answer);
    compileMapping(mended);
    return mended;
  };
}

/** Undefined for an item that does not hold the text: it is read as it came. */
function replaced(item: SetAsideItem, { find, replace }: Extract<MendingAct, { type: 'replay' }>): string | undefined {
  if (find === undefined) return undefined;
  const text = textOfItem(item);
  return text.includes(find) ? text.replaceAll(find, () => replace ?? '') : undefined;
}
