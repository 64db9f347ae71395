import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Words } from '@throughline/core/words/words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { endMending, findMending, type Mending, recentMendings } from './mending.sql.js';
import { describeMending, mendingSchema } from './mending-schema.js';
import { answerSchema, code, note } from './set-aside-schemas.js';
import { type MendingOrder, startMending } from './start-mending.js';
import { over } from './work-on-mending.js';

const idSchema = z.object({ workspace: z.string(), id: z.uuid() });
const text = z.string().max(10_000);
const toldForMs = 10 * 60_000;

/** Orders for all that waits for a reason: given, watched, stopped. */
export function mendingsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    const order = async (by: Principal, { language }: Words, order: MendingOrder) =>
      describeMending(await startMending(ctx, by, order), language);

    app.post(
      '/set-aside/replay',
      {
        config: { access: 'admin' },
        schema: {
          body: z.strictObject({ code, find: text.min(1).optional(), replace: text.optional() }),
          response: { 202: mendingSchema },
        },
      },
      async ({ principal, body: { code, find, replace }, words }, reply) => {
        const act = {
          type: 'replay' as const,
          ...(find === undefined ? {} : { find }),
          ...(replace === undefined ? {} : { replace }),
        };
        return reply.code(202).send(await order(principal, words, { code, act }));
      },
    );

    app.post(
      '/set-aside/mend',
      {
        config: { access: 'admin' },
        schema: {
          body: z.strictObject({
            code,
            import: z.uuid(),
            column: z.string().min(1).max(1_000).describe('As the part of the group that is mended names it.'),
            answer: answerSchema,
          }),
          response: { 202: mendingSchema },
        },
      },
      async ({ principal, body: { code, import: run, column, answer }, words }, reply) =>
        reply
          .code(202)
          .send(await order(principal, words, { code, import: run, act: { type: 'answer', column, answer } })),
    );

    app.post(
      '/set-aside/leave-out',
      {
        config: { access: 'admin' },
        schema: { body: z.strictObject({ code, note }), response: { 202: mendingSchema } },
      },
      async ({ principal, body: { code, note }, words }, reply) =>
        reply.code(202).send(await order(principal, words, { code, act: { type: 'leave-out', note } })),
    );

    app.get(
      '/set-aside/mendings',
      {
        config: { access: 'viewer' },
        schema: {
          response: {
            200: z.object({
              items: z
                .array(mendingSchema)
                .describe('Those that run, in their order, and those that ended within ten minutes.'),
            }),
          },
        },
      },
      async ({ principal: { workspace }, words }) => {
        const since = new Date(ctx.clock() - toldForMs);
        const found = await inWorkspace(ctx, workspace.number, (client) =>
          recentMendings(client, workspace.number, since),
        );
        return { items: found.map((mending) => describeMending(mending, words.language)) };
      },
    );

    app.get(
      '/set-aside/mendings/:id',
      { config: { access: 'viewer' }, schema: { params: idSchema, response: { 200: mendingSchema } } },
      async ({ principal, params, words }) => describeMending(await wanted(ctx, principal, params.id), words.language),
    );

    app.post(
      '/set-aside/mendings/:id/stop',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 200: mendingSchema } } },
      async ({ principal, params: { id }, words }) => {
        const { number } = principal.workspace;
        const mending = await wanted(ctx, principal, id);
        await inWorkspace(ctx, number, async (client) => {
          const at = ctx.clock();
          if (!(await endMending(client, mending, 'stopped', new Date(at)))) throw over();
          await recordAudit(client, principal, at, { action: 'set-aside.mending-stopped', target: id });
        });
        await ctx.mendings.stop(number, id);
        return describeMending(await wanted(ctx, principal, id), words.language);
      },
    );
  };
}

async function wanted(ctx: AppContext, { workspace }: Principal, id: string): Promise<Mending> {
  const found = await inWorkspace(ctx, workspace.number, (client) => findMending(client, workspace.number, id));
  if (found === undefined) throw new ThroughlineError('request.not-found', 'there is no such mending');
  return found;
}
