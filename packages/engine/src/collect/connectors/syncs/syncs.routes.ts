import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../../../govern/audit/record-audit.js';
import type { GovernContext } from '../../../http/govern-context.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { passwordSchema } from '../database/database-connection.js';
import { refuseIdempotencyKey } from '../database/refuse-idempotency-key.js';
import { decideHeld, heldChoices } from './decide-held.js';
import { describeSync, syncSchema } from './describe-sync.js';
import { databaseKey } from './sealed-password.js';
import { changeSync, wantedSync } from './set-sync.js';
import { deleteSync, dueNow, listSyncs } from './sync.sql.js';

const idSchema = z.object({ workspace: z.string(), id: z.uuid() });
const changeSchema = z.strictObject({
  watermarkColumn: z.string().min(1).max(200).nullable().optional(),
  everyMinutes: z.int().min(1).max(44_640).optional(),
  isPaused: z.boolean().optional(),
  password: passwordSchema.optional(),
});

/** Tables of databases that are read again and again. One is made by a read that says so: see `/databases/reads`. */
export function syncsRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  const key = databaseKey(ctx.secret);
  return async (app) => {
    app.get(
      '/syncs',
      { config: { access: 'admin' }, schema: { response: { 200: z.object({ items: z.array(syncSchema) }) } } },
      async ({ principal, words }) => {
        const { number } = principal.workspace;
        const rows = await inWorkspace(ctx, number, (client) => listSyncs(client, number));
        return { items: rows.map((row) => describeSync(row, words.language)) };
      },
    );

    app.patch(
      '/syncs/:id',
      {
        config: { access: 'admin' },
        preValidation: refuseIdempotencyKey,
        schema: { params: idSchema, body: changeSchema, response: { 200: syncSchema } },
      },
      async ({ principal, params, body, words }) => {
        const { number } = principal.workspace;
        return inWorkspace(ctx, number, async (client) => {
          await changeSync(client, principal, params.id, body, key, ctx.clock());
          return describeSync(await wantedSync(client, number, params.id), words.language);
        });
      },
    );

    app.post(
      '/syncs/:id/run',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 200: syncSchema } } },
      async ({ principal, params, words }) => {
        const { number } = principal.workspace;
        return inWorkspace(ctx, number, async (client) => {
          const sync = await wantedSync(client, number, params.id);
          if (sync.state !== 'active')
            throw new ThroughlineError('sync.wrong-state', `it is ${sync.state}, and only what is active is read`);
          await dueNow(client, sync, new Date(ctx.clock()));
          await recordAudit(client, principal, ctx.clock(), { action: 'syncs.run', target: sync.id });
          return describeSync(await wantedSync(client, number, params.id), words.language);
        });
      },
    );

    app.post(
      '/syncs/:id/decide',
      {
        config: { access: 'admin' },
        schema: {
          params: idSchema,
          body: z.strictObject({ choice: z.enum(heldChoices) }),
          response: { 200: syncSchema },
        },
      },
      async ({ principal, params, body, words }) => {
        const { number } = principal.workspace;
        return inWorkspace(ctx, number, async (client) => {
          await decideHeld(client, principal, params.id, body.choice, ctx.clock());
          return describeSync(await wantedSync(client, number, params.id), words.language);
        });
      },
    );

    app.delete(
      '/syncs/:id',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 204: z.null() } } },
      async ({ principal, params }, reply) => {
        const { number } = principal.workspace;
        await inWorkspace(ctx, number, async (client) => {
          const sync = await wantedSync(client, number, params.id);
          await deleteSync(client, number, sync.id);
          const detail = { table: sync.table, host: sync.connection.host, port: sync.connection.port };
          await recordAudit(client, principal, ctx.clock(), { action: 'syncs.removed', target: sync.id, detail });
        });
        await ctx.syncs.stop(number, params.id);
        return reply.code(204).send(null);
      },
    );
  };
}
