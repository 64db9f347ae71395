import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../../http/govern-context.js';
import { inTransaction } from '../../store/postgres/in-transaction.js';
import { enterWorkspace } from '../../store/postgres/in-workspace.sql.js';
import { recordAudit } from '../audit/record-audit.js';
import { createWorkspace } from './create-workspace.js';
import { newWorkspaceSchema } from './new-workspace.js';

/** A further workspace is made by whoever runs the instance, from the command line; its first admin is then invited. */
export function workspacesRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/workspaces',
      {
        config: { access: 'command-line' },
        schema: { body: newWorkspaceSchema, response: { 201: z.object({ workspace: z.string() }) } },
      },
      async ({ body }, reply) => {
        const now = ctx.clock();
        const slug = await inTransaction(ctx.appPool, async (client) => {
          const made = await createWorkspace(client, body, now);
          await enterWorkspace(client, made.workspace);
          const by = {
            workspace: { number: made.workspace, slug: made.slug },
            actor: { type: 'command line', id: 'command line', label: 'command line' },
          } as const;
          await recordAudit(client, by, now, { action: 'workspaces.created', detail: { after: body } });
          return made.slug;
        });
        return reply.code(201).send({ workspace: slug });
      },
    );
  };
}
