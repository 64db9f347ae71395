import type { Pool } from 'pg';
import { inTransaction } from '../../store/postgres/in-transaction.js';
import { anyUser } from '../sign-in/create-user.sql.js';
import { newSecretToken } from '../tokens/secret-token.js';
import { insertSetupLink, lockSetup } from './setup.sql.js';

/** True until somebody can sign in. */
export async function isSetupNeeded(ctx: { readonly appPool: Pool }): Promise<boolean> {
  return !(await anyUser(ctx.appPool));
}

/**
 * A new one-time link to the set-up; undefined once it is done. Only its hash is kept, so each start makes a new one.
 * Links of earlier starts stay valid beside it (the newest five) unless `renew`, which ends them.
 */
export async function newSetupLink(
  ctx: { readonly appPool: Pool; readonly clock: () => number; readonly publicUrl: string },
  options: { readonly renew?: boolean } = {},
): Promise<string | undefined> {
  return inTransaction(ctx.appPool, async (client) => {
    await lockSetup(client);
    if (await anyUser(client)) return undefined;
    const { token, hash } = newSecretToken('tls_');
    await insertSetupLink(client, hash, new Date(ctx.clock()), options.renew === true ? 0 : 4);
    return `${ctx.publicUrl}/setup?token=${token}`;
  });
}
