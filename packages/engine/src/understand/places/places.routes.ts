import { placeSums } from '@throughline/core/understand/places/place-sums';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listLocations } from '../../collect/locations/location.sql.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readCodeUses } from './read-code-uses.js';

const sums = { interactions: z.number(), numbers: z.number(), happenings: z.number() } as const;

/** What took place where, as of now: codes are looked up when this is asked, so what is placed later is placed for all that ever came. */
export function placesRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/locations/use',
      {
        config: { access: 'viewer' },
        schema: {
          response: {
            200: z.object({
              places: z.array(z.object({ id: z.uuid(), here: z.object(sums), branch: z.object(sums) })),
              notPlaced: z.array(z.object({ code: z.string(), ...sums })),
              unnamed: z.number().describe('interactions that name no location'),
            }),
          },
        },
      },
      async ({ principal: { workspace } }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const { uses, unnamed } = await readCodeUses(ctx.analytics, client, workspace.number);
          const { places, notPlaced } = placeSums(await listLocations(client, workspace.number), uses);
          return { places: [...places], notPlaced: [...notPlaced], unnamed };
        }),
    );
  };
}
