import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { GovernContext } from '../../http/govern-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { recordAudit } from '../audit/record-audit.js';
import { newWorkspaceSchema } from '../workspaces/new-workspace.js';
import { lockSettings, updateSettings } from './settings.sql.js';

/** How a workspace reads times, phone numbers, amounts and weeks. The address (slug) never changes with the name. */
export function settingsRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/settings',
      { config: { access: 'viewer' }, schema: { response: { 200: newWorkspaceSchema } } },
      async ({ principal: { workspace } }) =>
        inWorkspace(ctx, workspace.number, (client) => lockSettings(client, workspace.number)),
    );

    app.patch(
      '/settings',
      {
        config: { access: 'admin' },
        schema: { body: newWorkspaceSchema.partial(), response: { 200: newWorkspaceSchema } },
      },
      async ({ principal, body }) => {
        const { number } = principal.workspace;
        return inWorkspace(ctx, number, async (client) => {
          const before = await lockSettings(client, number);
          const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
          const after = { ...before, ...given };
          await updateSettings(client, number, after);
          await recordAudit(client, principal, ctx.clock(), { action: 'settings.changed', detail: { before, after } });
          return after;
        });
      },
    );
  };
}
