import { goldenTraitRuleSchema } from '@throughline/core/resolve/golden-trait-rule-schema';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readIdentityFrame } from '../customers/identity-frame.js';
import { KeptAnswers } from '../lag/kept-answers.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { listContradictions } from './list-contradictions.js';
import { listTraits } from './list-traits.js';
import { traitInWords } from './trait-in-words.js';
import { countContradicted, countTraits, settledAbout } from './traits.sql.js';

export const traitSchema = z.string().min(1).max(200);

const traitsSchema = z.object({
  opening: z.string(),
  contradicted: z.number().describe('People about whom sources contradict each other, whatever the trait.'),
  traits: z
    .array(
      z.object({
        trait: z.string(),
        people: z.number().describe('Of whom anything is known about it.'),
        contradicted: z.number().describe('About whom sources contradict each other, and nobody settled it.'),
        settled: z.number().describe('Decisions about it.'),
        rule: goldenTraitRuleSchema,
        own: z.boolean().describe('Whether it has a rule of its own.'),
      }),
    )
    .readonly()
    .describe('The most contradicted first; at most 500.'),
  asOf: z.string().describe('Of the numbers of people of whom anything is known; the others are of now.'),
});

const contradictionsSchema = z.object({
  opening: z.string(),
  people: z.number(),
  items: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string().nullable(),
        values: z
          .array(
            z.object({
              value: z.unknown(),
              used: z.boolean(),
              said: z.array(z.object({ source: z.string(), at: z.string() })).readonly(),
            }),
          )
          .readonly()
          .describe('What sources say now, the value we use first.'),
        why: z.string(),
      }),
    )
    .readonly(),
  next: z.string().nullable(),
  settled: z
    .array(
      z.object({
        decision: z.uuid(),
        id: z.uuid(),
        name: z.string().nullable(),
        identifier: z.string(),
        value: z.unknown(),
        note: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    )
    .readonly()
    .describe('What was decided about this trait, the newest first; at most 100, with the first page only.'),
});

const mostSettled = 100;

/** Which values we use of whom: the rule of each trait, and where sources contradict each other. */
export function traitsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const counted = new KeptAnswers(ctx, 'traits/1', countTraits);
  return async (app) => {
    app.get(
      '/traits',
      { config: { access: 'viewer' }, schema: { response: { 200: traitsSchema } } },
      async ({ principal: { workspace }, words }) => {
        const { answer, asOf } = await counted.get(workspace.number);
        return inWorkspace(ctx, workspace.number, async (client) => {
          const frame = await readIdentityFrame(client, workspace.number, rules);
          const { goldenTraits } = frame.rules.ruleSet;
          return { ...(await listTraits(client, workspace.number, answer, goldenTraits, words)), asOf };
        });
      },
    );

    app.get(
      '/traits/contradictions',
      {
        config: { access: 'viewer' },
        schema: {
          querystring: z.strictObject({
            trait: traitSchema,
            cursor: z.string().max(100).optional(),
            limit: z.coerce.number().int().min(1).max(500).default(50),
          }),
          response: { 200: contradictionsSchema },
        },
      },
      ({ principal: { workspace }, query: { trait, cursor, limit }, words }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const { number } = workspace;
          const { sourceName, zone } = await readIdentityFrame(client, number, rules);
          const wording = { words, sourceName, zone, now: ctx.clock() };
          const counts = await countContradicted(client, number);
          const people = counts.find((one) => one.trait === trait)?.people ?? 0;
          const settled = cursor === undefined ? await settledAbout(client, number, trait, mostSettled) : [];
          return {
            opening: words.say('resolve.trait.contradicted-about', { people, trait: traitInWords(trait) }),
            people,
            ...(await listContradictions(client, number, { trait, cursor, limit }, wording)),
            settled: settled.map(({ decidedBy, at, value, ...person }) => ({
              ...person,
              value: JSON.parse(value),
              by: decidedBy,
              at: at.toISOString(),
            })),
          };
        }),
    );
  };
}
