import { joinProgress } from '@throughline/core/resolve/who-knows-whom/join-progress';
import { joinProgressInWords, monthInWords } from '@throughline/core/resolve/who-knows-whom/join-progress-in-words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { readIdentityFrame } from '../customers/identity-frame.js';
import { KeptAnswers } from '../lag/kept-answers.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { learnedByMonth } from './join-progress.sql.js';

const mostMonths = 24;

const progressSchema = z.object({
  opening: z.string(),
  months: z
    .array(
      z.object({
        month: z.string().describe('As `2026-05`, in the zone of the workspace.'),
        name: z.string(),
        people: z.number().describe('Customers of today of whom some system had told by the end of the month.'),
        shared: z.number().describe('Those of them of whom two systems or more had told.'),
        joined: z.number().describe('Joins that were made in the month, of customers and visitors.'),
        split: z.number().describe('How many were taken apart in the month.'),
      }),
    )
    .readonly()
    .describe(`The last ${mostMonths}, oldest first, none missing in between.`),
  asOf: z.string(),
});

/** How far the systems knew the same people, month by month. */
export function joinProgressRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const learned = new KeptAnswers(ctx, 'join-progress/1', async (client, workspace) =>
    learnedByMonth(client, workspace, (await readIdentityFrame(client, workspace, rules)).zone),
  );
  return async (app) => {
    app.get(
      '/coverage/progress',
      { config: { access: 'viewer' }, schema: { response: { 200: progressSchema } } },
      async ({ principal: { workspace }, words }) => {
        const { answer, asOf } = await learned.get(workspace.number);
        const progress = joinProgress(answer);
        return {
          opening: joinProgressInWords(progress, words),
          months: progress.slice(-mostMonths).map((one) => ({ ...one, name: monthInWords(one.month, words.language) })),
          asOf,
        };
      },
    );
  };
}
