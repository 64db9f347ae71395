import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import type { MendAnswer } from '@throughline/core/collect/mend/mend-answer';
import { mendMapping } from '@throughline/core/collect/mend/mend-mapping';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { type ReplayContext, replayItems } from './replay-items.js';
import { type SetAsidePlace, waitingOfImport } from './set-aside.sql.js';

export interface MendOrder {
  readonly code: string;
  /** Public id. */
  readonly import: string;
  readonly column: string;
  readonly answer: MendAnswer;
}

const atOnce = 100;
const beginning: SetAsidePlace = { receivedAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/**
 * Reads lines of an import again that were set aside for one reason, with the one column read as the answer says; what can be applied now goes
 * into the log at its own time. The import's mapping stays as it is. Errors: `mapping.invalid` if the answer names no possible format.
 */
export async function mendItems(
  ctx: ReplayContext,
  by: Principal,
  { code, import: run, column, answer }: MendOrder,
): Promise<{ readonly replayed: number; readonly stillAside: number }> {
  const { number } = by.workspace;
  const mend = (mapping: Parameters<typeof mendMapping>[0]) => {
    const mended = mendMapping(mapping, column, answer);
    compileMapping(mended);
    return mended;
  };
  await inWorkspace(ctx, number, (client) =>
    recordAudit(client, by, ctx.clock(), {
      action: 'set-aside.mended',
      target: run,
      detail: { code, column, how: answer.type },
    }),
  );
  const sum = { replayed: 0, stillAside: 0 };
  for (let after = beginning; ; ) {
    const from = after;
    const items = await inWorkspace(ctx, number, (client) => waitingOfImport(client, number, code, run, from, atOnce));
    const last = items.at(-1);
    if (last === undefined) return sum;
    const todo = items.map((item) => ({ item, mended: undefined }));
    const { replayed, stillAside } = await replayItems(ctx, by, todo, mend);
    sum.replayed += replayed;
    sum.stillAside += stillAside.length;
    after = { receivedAt: last.receivedAt.toISOString(), id: last.id };
  }
}
