import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { appendCommand } from '../commands/append-command.js';

/** Everything the analytics engine holds of a workspace is thrown away and sent again from the log; `/lag` tells how far that is. */
export function rebuildRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/analytics/rebuild',
      { config: { access: 'admin' }, schema: { response: { 202: z.object({ offset: z.number() }) } } },
      async ({ principal }, reply) => {
        const workspace = principal.workspace.number;
        const offset = await appendCommand(ctx, workspace, { type: 'rebuild-analytics', by: principal.actor.label });
        await inWorkspace(ctx, workspace, (client) =>
          recordAudit(client, principal, ctx.clock(), { action: 'analytics.rebuild-asked' }),
        );
        return reply.code(202).send({ offset: Number(offset) });
      },
    );
  };
}
