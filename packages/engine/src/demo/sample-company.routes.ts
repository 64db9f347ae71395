import type { Words } from '@throughline/core/words/words';
import { profiles } from '@throughline/world/profile';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../http/app-context.js';
import { inWorkspace } from '../store/postgres/in-workspace.js';
import { describeSample } from './describe-sample.js';
import { mostSampleCustomers, usualSampleCustomers } from './sample-companies.js';
import { sampleHere } from './sample-company.sql.js';
import { sampleStates } from './sample-state.js';

const sampleSchema = z.object({
  slug: z.string().describe('Its workspace.'),
  name: z.string(),
  isHere: z.boolean().describe('The workspace of the path is the sample company itself.'),
  profile: z.enum(profiles),
  customers: z.number(),
  state: z.enum(sampleStates),
  steps: z
    .array(z.object({ source: z.string(), done: z.number(), of: z.number() }))
    .describe('Lines that were taken in, by source, in the order in which sources are loaded.'),
  toResolve: z.number().describe('Messages in its log that are not resolved.'),
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
});
const answerSchema = z.object({ sample: sampleSchema.nullable() });

/** The sample company of a workspace: one, in a workspace of its own. */
export function sampleCompanyRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const answer = async (workspace: number, { language }: Words): Promise<z.infer<typeof answerSchema>> => {
    const found = await inWorkspace(ctx, workspace, sampleHere);
    return { sample: found === undefined ? null : describeSample(found, language) };
  };
  return async (app) => {
    app.get(
      '/sample-company',
      { config: { access: 'viewer' }, schema: { response: { 200: answerSchema } } },
      ({ principal, words }) => answer(principal.workspace.number, words),
    );

    app.post(
      '/sample-company',
      {
        config: { access: 'admin' },
        schema: {
          body: z.strictObject({
            profile: z.enum(profiles).describe('Shops, or contracts that run for years.'),
            customers: z.int().min(1).max(mostSampleCustomers).default(usualSampleCustomers),
          }),
          response: { 202: answerSchema },
        },
      },
      async ({ principal, body, words }, reply) => {
        await ctx.samples.make(principal, body);
        return reply.code(202).send(await answer(principal.workspace.number, words));
      },
    );

    app.delete(
      '/sample-company',
      { config: { access: 'admin' }, schema: { response: { 204: z.null() } } },
      async ({ principal }, reply) => {
        await ctx.samples.remove(principal);
        return reply.code(204).send(null);
      },
    );
  };
}
