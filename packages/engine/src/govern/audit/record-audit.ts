import type { ClientBase } from 'pg';
import { uuidV7 } from '../../store/uuid-v7.js';
import type { Principal } from '../principal.js';
import { insertAudit } from './record-audit.sql.js';

export interface AuditEntry {
  /** Room, thing and verb: `users.role-changed`. */
  readonly action: string;
  /** What was acted upon: an id, never a name or an address. */
  readonly target?: string;
  /** Before and after, without secrets. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes who did what. Call it in the transaction of the change itself, so that neither exists without the other. */
export async function recordAudit(
  client: ClientBase,
  by: Pick<Principal, 'workspace' | 'actor'>,
  nowMs: number,
  entry: AuditEntry,
): Promise<void> {
  await insertAudit(client, {
    workspace: by.workspace.number,
    id: uuidV7(nowMs),
    at: new Date(nowMs),
    actor: `${by.actor.type}:${by.actor.id}`,
    action: entry.action,
    target: entry.target ?? null,
    detail: entry.detail === undefined ? null : JSON.stringify(entry.detail),
  });
}
