import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../../http/govern-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { recordAudit } from '../audit/record-audit.js';
import { insertApiToken, listApiTokens, revokeApiToken } from './api-token.sql.js';
import { newSecretToken } from './secret-token.js';

const role = z.enum(['admin', 'viewer']);
const tokensSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      role,
      hint: z.string(),
      createdAt: z.string(),
      lastUsedAt: z.string().nullable(),
    }),
  ),
});

/** API tokens of a workspace; a token is told once, when it is made. */
export function tokensRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/tokens',
      { config: { access: 'viewer' }, schema: { response: { 200: tokensSchema } } },
      async ({ principal: { workspace } }) => {
        const tokens = await inWorkspace(ctx, workspace.number, (client) => listApiTokens(client, workspace.number));
        return {
          items: tokens.map((row) => ({
            ...row,
            createdAt: row.createdAt.toISOString(),
            lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
          })),
        };
      },
    );

    app.post(
      '/tokens',
      {
        config: { access: 'admin' },
        schema: {
          body: z.strictObject({ name: z.string().trim().min(1).max(100), role }),
          response: { 201: z.object({ id: z.uuid(), token: z.string() }) },
        },
      },
      async ({ principal, body }, reply) => {
        const now = ctx.clock();
        const id = uuidV7(now);
        const { token, hash, hint } = newSecretToken('tl_');
        const { workspace, actor } = principal;
        await inWorkspace(ctx, workspace.number, async (client) => {
          const createdBy = `${actor.type}:${actor.id}`;
          await insertApiToken(client, workspace.number, { ...body, id, hash, hint, createdBy, at: new Date(now) });
          await recordAudit(client, principal, now, { action: 'tokens.created', target: id, detail: { after: body } });
        });
        return reply.code(201).send({ id, token });
      },
    );

    app.delete(
      '/tokens/:id',
      {
        config: { access: 'admin' },
        schema: { params: z.object({ workspace: z.string(), id: z.uuid() }), response: { 204: z.null() } },
      },
      async ({ principal, params }, reply) => {
        const now = ctx.clock();
        const { number } = principal.workspace;
        await inWorkspace(ctx, number, async (client) => {
          const name = await revokeApiToken(client, number, params.id, new Date(now));
          if (name === undefined) throw new ThroughlineError('request.not-found', 'there is no such token');
          await recordAudit(client, principal, now, {
            action: 'tokens.revoked',
            target: params.id,
            detail: { before: { name } },
          });
        });
        return reply.code(204).send(null);
      },
    );
  };
}
