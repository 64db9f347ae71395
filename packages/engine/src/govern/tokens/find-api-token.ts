import type { Pool } from 'pg';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import type { Caller } from '../caller.js';
import { findApiTokenByHash, touchApiToken } from './api-token.sql.js';
import { hashSecretToken } from './secret-token.js';

const touchEveryMs = 60_000;

/** The holder of an API token; undefined if there is none or it was revoked. Its last use is noted once a minute. */
export async function findApiToken(
  ctx: { readonly appPool: Pool; readonly clock: () => number },
  token: string,
): Promise<Caller | undefined> {
  const found = await findApiTokenByHash(ctx.appPool, hashSecretToken(token));
  if (found === undefined) return undefined;
  const now = ctx.clock();
  if (found.lastUsedAt === null || now - found.lastUsedAt.getTime() > touchEveryMs) {
    await inWorkspace(ctx, found.workspace, (client) =>
      touchApiToken(client, found.workspace, found.id, new Date(now)),
    );
  }
  return {
    type: 'token',
    id: found.id,
    name: found.name,
    role: found.role,
    workspace: { number: found.workspace, slug: found.slug },
  };
}
