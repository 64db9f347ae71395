import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readLag } from './lag.sql.js';

const lagSchema = z.object({
  resolve: z
    .object({ offsets: z.number(), seconds: z.number() })
    .describe('Messages in the log that are not resolved.'),
  project: z
    .object({ batches: z.number(), seconds: z.number() })
    .describe('Batches the analytics engine does not have.'),
  archive: z.object({ days: z.number() }).describe('Days of the log that were moved into the archive.'),
});

/** How far behind what is shown is; every "as of" comes from these numbers. */
export function lagRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/lag', { config: { access: 'viewer' }, schema: { response: { 200: lagSchema } } }, ({ principal }) =>
      inWorkspace(ctx, principal.workspace.number, readLag),
    );
  };
}
