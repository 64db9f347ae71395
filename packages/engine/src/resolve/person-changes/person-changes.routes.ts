import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { changeCauses } from '../batch/person-changes.js';
import { personChangesAfter } from './person-changes.sql.js';

const answerSchema = z.object({
  items: z
    .array(
      z.object({
        change: z.number(),
        kind: z
          .enum(['joined', 'split', 'moved'])
          .describe(
            'joined: `from` is no person of its own any more, its id now answers for `to`. split: `to` was part of `from` before. moved: identifiers of `from`, who is still there, went to `to`, who was there before.',
          ),
        from: z.uuid(),
        to: z.uuid(),
        identifiers: z.number().describe('How many went.'),
        cause: z.enum(changeCauses),
        at: z.string(),
      }),
    )
    .readonly(),
  after: z.number().describe('Ask with this for what comes next.'),
});

/** Who was joined with whom, and who was taken apart, for whoever keeps a copy of persons. */
export function personChangesRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/person-changes',
      {
        config: { access: 'viewer' },
        schema: {
          querystring: z.strictObject({
            after: z.coerce
              .number()
              .int()
              .min(0)
              .default(0)
              .describe('Number of the last change that is known; the order is that of commits, without gaps.'),
            limit: z.coerce.number().int().min(1).max(1_000).default(100),
          }),
          response: { 200: answerSchema },
        },
      },
      ({ principal: { workspace }, query: { after, limit } }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const rows = await personChangesAfter(client, workspace.number, after, limit);
          return {
            items: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
            after: rows.at(-1)?.change ?? after,
          };
        }),
    );
  };
}
