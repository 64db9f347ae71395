import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../../store/postgres/in-transaction.js';
import { enterWorkspace } from '../../store/postgres/in-workspace.sql.js';
import { recordAudit } from '../audit/record-audit.js';
import { createUser, type NewUser } from '../sign-in/create-user.js';
import { anyUser } from '../sign-in/create-user.sql.js';
import { insertMember } from '../users/member.sql.js';
import { createWorkspace } from '../workspaces/create-workspace.js';
import type { NewWorkspace } from '../workspaces/new-workspace.js';
import { deleteSetupLinks, lockSetup } from './setup.sql.js';

export interface FirstAdmin {
  readonly user: NewUser;
  readonly workspace: NewWorkspace;
}

/**
 * Makes the first person, the first workspace, and the one admin of the other, and ends all set-up links. `permit` runs in the
 * same transaction and refuses by throwing. Errors: `setup.done` if somebody was there before.
 */
export async function makeFirstAdmin(
  ctx: { readonly appPool: Pool; readonly clock: () => number },
  first: FirstAdmin,
  permit: (client: PoolClient) => Promise<void>,
): Promise<{ readonly slug: string }> {
  const now = ctx.clock();
  return inTransaction(ctx.appPool, async (client) => {
    await lockSetup(client);
    if (await anyUser(client)) throw new ThroughlineError('setup.done', 'this instance is set up already; sign in');
    await permit(client);
    const { workspace, slug } = await createWorkspace(client, first.workspace, now);
    await enterWorkspace(client, workspace);
    const user = await createUser(client, first.user, now);
    if (user === undefined) throw new ThroughlineError('setup.done', 'this instance is set up already; sign in');
    await insertMember(client, workspace, user, 'admin', new Date(now));
    await deleteSetupLinks(client);
    const by = {
      workspace: { number: workspace, slug },
      actor: { type: 'user', id: user, label: first.user.name },
    } as const;
    await recordAudit(client, by, now, { action: 'workspaces.created', detail: { after: first.workspace } });
    return { slug };
  });
}
