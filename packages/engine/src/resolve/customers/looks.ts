import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';

const oneLookMs = 10 * 60_000;
const mostRemembered = 10_000;

/**
 * Writes into the audit who looked at whom. A page asks several times for one person: what the same caller asks within ten minutes is one look.
 * Remembered in this process alone, so after a restart a look may be written twice, never not at all.
 */
export class Looks {
  readonly #lastAtMs = new Map<string, number>();

  async note(client: ClientBase, by: Principal, personId: string, nowMs: number): Promise<void> {
    const key = `${by.workspace.number}/${by.actor.type}:${by.actor.id}/${personId}`;
    const last = this.#lastAtMs.get(key);
    if (last !== undefined && nowMs - last < oneLookMs && nowMs >= last) return;
    await recordAudit(client, by, nowMs, { action: 'customers.looked-at', target: personId });
    if (this.#lastAtMs.size >= mostRemembered) this.#lastAtMs.clear();
    this.#lastAtMs.set(key, nowMs);
  }
}
