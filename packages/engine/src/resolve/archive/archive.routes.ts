import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { archiveFiles } from './archive-file.sql.js';
import { checkArchive } from './check-archive.js';

const querySchema = z.object({
  hashes: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Read every file and compare its SHA-256, not only its size.'),
});

const checkedSchema = z.object({
  files: z.number(),
  days: z.number(),
  rows: z.number(),
  sizeBytes: z.number(),
  wrong: z
    .array(z.object({ file: z.string(), code: z.string(), message: z.string() }))
    .readonly()
    .describe('Files that are gone or damaged; the first hundred.'),
});

/** Looks whether the files of the archived log days are as they were written. */
export function archiveRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/archive',
      { config: { access: 'admin' }, schema: { querystring: querySchema, response: { 200: checkedSchema } } },
      async ({ principal, query }) => {
        const workspace = principal.workspace.number;
        const files = await inWorkspace(ctx, workspace, (client) => archiveFiles(client, workspace));
        return checkArchive(ctx.dataFolder.archive, files, query.hashes === 'true');
      },
    );
  };
}
