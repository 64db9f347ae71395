import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../audit/record-audit.js';
import type { Principal, Role } from '../principal.js';
import { deleteMember, lockMembers, setMemberRole } from './member.sql.js';

/**
 * Gives a member another role, or ends the membership (`undefined`); it holds from the person's next request on.
 * Errors: `request.not-found`, `users.last-admin`.
 */
export async function changeMember(
  client: ClientBase,
  by: Principal,
  user: string,
  role: Role | undefined,
  nowMs: number,
): Promise<void> {
  const workspace = by.workspace.number;
  const roles = await lockMembers(client, workspace);
  const before = roles.get(user);
  if (before === undefined)
    throw new ThroughlineError('request.not-found', 'there is no such person in this workspace');
  const admins = [...roles.values()].filter((one) => one === 'admin').length;
  if (before === 'admin' && role !== 'admin' && admins === 1) {
    throw new ThroughlineError('users.last-admin', 'a workspace needs an admin; make somebody else an admin first');
  }
  if (role === undefined) await deleteMember(client, workspace, user);
  else await setMemberRole(client, workspace, user, role);
  await recordAudit(client, by, nowMs, {
    action: role === undefined ? 'users.removed' : 'users.role-changed',
    target: user,
    detail: { before: { role: before }, ...(role === undefined ? {} : { after: { role } }) },
  });
}
