import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../../govern/audit/record-audit.js';
import type { Principal } from '../../../govern/principal.js';
import { wantedSync } from './set-sync.js';
import { decideSync } from './sync.sql.js';

/**
 * Of a drift: `go-on` with the table as it is now. Of rows that are gone: `take-back` what they made, or `keep` it for good. `wait` of either: look again
 * when it is due next, and ask again if nothing changed.
 */
export const heldChoices = ['go-on', 'take-back', 'keep', 'wait'] as const;
export type HeldChoice = (typeof heldChoices)[number];

/** Errors: `request.not-found`, `sync.wrong-state`. */
export async function decideHeld(
  client: ClientBase,
  by: Principal,
  id: string,
  choice: HeldChoice,
  nowMs: number,
): Promise<void> {
  const sync = await wantedSync(client, by.workspace.number, id);
  const { held, columns, bases, watermarkColumn } = sync;
  if (sync.state !== 'held' || held === null)
    throw new ThroughlineError('sync.wrong-state', 'there is nothing to decide any more: load the list again');
  const later = new Date(nowMs + (sync.everyMinutes ?? 60) * 60_000);
  const same = { columns, bases, step: 'idle', nextAt: later } as const;
  if (choice === 'wait') await decideSync(client, sync, same);
  else if (held.type === 'drift' && choice === 'go-on') {
    if (watermarkColumn !== null && held.vanished.includes(watermarkColumn))
      throw new ThroughlineError(
        'sync.wrong-state',
        `new lines are told by ${watermarkColumn}, which is gone: choose another column`,
      );
    await decideSync(client, sync, { ...same, columns: held.columns, nextAt: new Date(nowMs) });
  } else if (held.type === 'gone' && choice === 'take-back')
    await decideSync(client, sync, { ...same, step: 'removing', nextAt: new Date(nowMs) });
  else if (held.type === 'gone' && choice === 'keep')
    await decideSync(client, sync, { ...same, bases: bases.slice(-1) });
  else throw new ThroughlineError('sync.wrong-state', 'this is no answer to what is asked: load the list again');
  await recordAudit(client, by, nowMs, { action: 'syncs.decided', target: id, detail: { held: held.type, choice } });
}
