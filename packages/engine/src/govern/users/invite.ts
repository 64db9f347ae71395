import type { ClientBase } from 'pg';
import { uuidV7 } from '../../store/uuid-v7.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Principal, Role } from '../principal.js';
import { newSecretToken } from '../tokens/secret-token.js';
import { insertInvitation } from './invitation.sql.js';

const validForMs = 7 * 24 * 3600 * 1000;

/** A link that makes one person a member, once, within 7 days; with `email`, only the holder of that address's account. */
export async function invite(
  client: ClientBase,
  by: Principal,
  wanted: { readonly role: Role; readonly email?: string | undefined },
  options: { readonly nowMs: number; readonly publicUrl: string },
): Promise<{ readonly link: string }> {
  const { token, hash } = newSecretToken('tli_');
  const id = uuidV7(options.nowMs);
  await insertInvitation(client, by.workspace.number, {
    id,
    hash,
    email: wanted.email ?? null,
    role: wanted.role,
    createdBy: `${by.actor.type}:${by.actor.id}`,
    at: new Date(options.nowMs),
    expiresAt: new Date(options.nowMs + validForMs),
  });
  await recordAudit(client, by, options.nowMs, { action: 'users.invited', target: id, detail: { role: wanted.role } });
  return { link: `${options.publicUrl}/invitation?token=${token}` };
}
