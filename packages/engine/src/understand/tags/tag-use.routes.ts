import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { lockWorkspace } from '../../collect/sources/source.sql.js';
import type { AppContext } from '../../http/app-context.js';
import { KeptAnswers } from '../../resolve/lag/kept-answers.js';
import { readTagUse } from './read-tag-use.js';

/** How often each tag was used, as far as interactions are in the analytics engine. */
export function tagUseRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const kept = new KeptAnswers(ctx, 'tag-use/1', async (client, workspace) => {
    const { country } = await lockWorkspace(client, workspace);
    return readTagUse(ctx.analytics, client, workspace, country);
  });
  return async (app) => {
    app.get(
      '/tags/use',
      {
        config: { access: 'viewer' },
        schema: {
          response: {
            200: z.object({
              items: z.array(z.object({ id: z.uuid(), uses: z.number(), lastAt: z.string() })),
              asOf: z.string(),
            }),
          },
        },
      },
      async ({ principal: { workspace } }) => {
        const { answer, asOf } = await kept.getNewest(workspace.number);
        return { items: [...answer], asOf };
      },
    );
  };
}
