import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { archiveFiles } from '../archive/archive-file.sql.js';
import { checkArchive } from '../archive/check-archive.js';
import { appendCommand } from '../commands/append-command.js';

/**
 * Everything the analytics engine holds of a workspace is thrown away and sent again from the log and its archive; `/lag` tells how far that is.
 * Refused with `archive.file-missing` or `archive.file-damaged` if files of the archive are gone or cut off, since it could not be filled again.
 */
export function rebuildRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/analytics/rebuild',
      { config: { access: 'admin' }, schema: { response: { 202: z.object({ offset: z.number() }) } } },
      async ({ principal }, reply) => {
        const workspace = principal.workspace.number;
        await refuseIncompleteArchive(ctx, workspace);
        const offset = await appendCommand(ctx, workspace, { type: 'rebuild-analytics', by: principal.actor.label });
        await inWorkspace(ctx, workspace, (client) =>
          recordAudit(client, principal, ctx.clock(), { action: 'analytics.rebuild-asked' }),
        );
        return reply.code(202).send({ offset: Number(offset) });
      },
    );
  };
}

async function refuseIncompleteArchive(ctx: AppContext, workspace: number): Promise<void> {
  const files = await inWorkspace(ctx, workspace, (client) => archiveFiles(client, workspace));
  const [first] = (await checkArchive(ctx.dataFolder.archive, files, false)).wrong;
  if (first !== undefined) throw new ThroughlineError(first.code, first.message);
}
