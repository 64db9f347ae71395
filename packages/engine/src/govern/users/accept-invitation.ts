import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { PoolClient } from 'pg';
import type { GovernContext } from '../../http/govern-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { recordAudit } from '../audit/record-audit.js';
import { createUser, type NewUser } from '../sign-in/create-user.js';
import type { SessionAnswer } from '../sign-in/open-sign-in.js';
import { hashSecretToken } from '../tokens/secret-token.js';
import { findInvitation, type Invitation, useInvitation, userByEmail } from './invitation.sql.js';
import { insertMember } from './member.sql.js';

/**
 * Makes the person a member and signs them in. Whoever can sign in already proves it with their password; all others get an account.
 * Errors: `invitation.invalid`, `sign-in.refused`, `sign-in.too-many`.
 */
export async function acceptInvitation(
  ctx: GovernContext,
  token: string,
  user: NewUser,
  address: string,
): Promise<SessionAnswer & { readonly slug: string }> {
  const now = new Date(ctx.clock());
  const invitation = await findInvitation(ctx.appPool, hashSecretToken(token), now);
  if (invitation === undefined || (invitation.email !== null && invitation.email !== user.email)) throw invalid();
  if ((await userByEmail(ctx.appPool, user.email)) === undefined) {
    await join(ctx, invitation, user.name, async (client) => {
      const made = await createUser(client, user, now.getTime());
      if (made === undefined) throw invalid();
      return made;
    });
    return { ...(await ctx.signIn.withPassword(user.email, user.password)), slug: invitation.slug };
  }
  const once = await ctx.signInLimit.take(user.email, address);
  const session = await ctx.signIn.withPassword(user.email, user.password);
  await once.succeeded();
  await join(ctx, invitation, session.user.name, async () => session.user.id);
  return { ...session, slug: invitation.slug };
}

async function join(
  ctx: GovernContext,
  invitation: Invitation,
  label: string,
  userOf: (client: PoolClient) => Promise<string>,
): Promise<void> {
  const { workspace, slug, id, role } = invitation;
  const now = ctx.clock();
  await inWorkspace(ctx, workspace, async (client) => {
    if (!(await useInvitation(client, workspace, id, new Date(now)))) throw invalid();
    const user = await userOf(client);
    await insertMember(client, workspace, user, role, new Date(now));
    const by = { workspace: { number: workspace, slug }, actor: { type: 'user', id: user, label } } as const;
    await recordAudit(client, by, now, { action: 'users.joined', target: id, detail: { after: { role } } });
  });
}

function invalid(): ThroughlineError {
  return new ThroughlineError(
    'invitation.invalid',
    'the invitation was used, has run out, or is meant for another address; ask for a new one',
  );
}
