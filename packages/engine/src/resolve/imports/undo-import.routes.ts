import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { wantedImport } from '../../collect/import/change-import.js';
import { describeImport } from '../../collect/import/describe-import.js';
import { importRunSchema } from '../../collect/import/import-run.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { countImport } from './count-import.sql.js';
import { takeBackImport } from './take-back-import.js';

const idSchema = z.object({ workspace: z.string(), id: z.uuid() });

/** Taking an import back. It ends as `undone`, once everything that stands in the log before is resolved. */
export function undoImportRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/imports/:id/preview-undo',
      {
        config: { access: 'viewer' },
        schema: {
          params: idSchema,
          response: { 200: z.object({ interactions: z.number(), persons: z.number() }) },
        },
      },
      async ({ principal, params }) => {
        const { number } = principal.workspace;
        return inWorkspace(ctx, number, async (client) => {
          const row = await wantedImport(client, number, params.id);
          return countImport(client, number, row.import);
        });
      },
    );

    app.post(
      '/imports/:id/undo',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 200: importRunSchema } } },
      async ({ principal, params, words }) => {
        const { number } = principal.workspace;
        const row = await inWorkspace(ctx, number, (client) => wantedImport(client, number, params.id));
        return describeImport(await takeBackImport(ctx, principal, row), words.language);
      },
    );
  };
}
