import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readIdentityFrame } from '../customers/identity-frame.js';
import { Looks } from '../customers/looks.js';
import { personParams } from '../customers/person-schema.js';
import { wantedPerson } from '../customers/wanted-person.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { readTraitHistory } from './read-trait-history.js';
import { settleValue, unsettleValue } from './settle-value.js';
import { traitInWords, valueInWords } from './trait-in-words.js';
import { traitSchema } from './traits.routes.js';

const historySchema = z.object({
  trait: z.string(),
  used: z.object({
    value: z.unknown(),
    rule: z.string().describe('How it was chosen; `settled`: somebody decided it.'),
    why: z.string(),
  }),
  said: z
    .array(
      z.object({
        value: z.unknown(),
        source: z.string(),
        firstAt: z.string(),
        lastAt: z.string(),
        times: z.number().describe('Messages that said so.'),
        replacedAt: z
          .string()
          .nullable()
          .describe('Since when, at the latest, the source says something else; null if this is what it says now.'),
        used: z.boolean(),
      }),
    )
    .readonly()
    .describe('What was said last comes first.'),
  settled: z
    .array(z.object({ decision: z.uuid(), value: z.unknown(), note: z.string(), by: z.string(), at: z.string() }))
    .readonly()
    .describe('What people decided, the newest first; that one holds.'),
});

/** What was said and decided about one trait of one person, and deciding it. A look at the history is audited as one at the person. */
export function settleRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const looks = new Looks();
  return async (app) => {
    app.get(
      '/customers/:id/trait-history',
      {
        config: { access: 'viewer' },
        schema: {
          params: personParams,
          querystring: z.strictObject({ trait: traitSchema }),
          response: { 200: historySchema },
        },
      },
      ({ principal, params: { id }, query: { trait }, words }) =>
        inWorkspace(ctx, principal.workspace.number, async (client) => {
          const { number } = principal.workspace;
          const { person, currentId } = await wantedPerson(client, number, id);
          const frame = await readIdentityFrame(client, number, rules);
          const wording = { words, sourceName: frame.sourceName, zone: frame.zone, now: ctx.clock() };
          const history = await readTraitHistory(client, number, frame, person, trait, wording);
          await looks.note(client, principal, currentId, ctx.clock());
          return history;
        }),
    );

    app.post(
      '/customers/:id/settle-trait',
      {
        config: { access: 'admin' },
        schema: {
          params: personParams,
          body: z.strictObject({
            trait: traitSchema,
            value: z.json().describe('One that a source says, or any other.'),
            note: z.string().trim().min(1).max(2_000).describe('Why it is right.'),
          }),
          response: { 200: z.object({ decision: z.uuid(), sentence: z.string() }) },
        },
      },
      async ({ principal, params: { id }, body, words }) => {
        const decision = await settleValue(ctx, rules, principal, id, body);
        const said = { trait: traitInWords(body.trait), value: valueInWords(body.value) };
        return { decision, sentence: words.say('resolve.trait.settled', said) };
      },
    );

    app.post(
      '/settled-traits/:id/undo',
      {
        config: { access: 'admin' },
        schema: { params: personParams, response: { 200: z.object({ sentence: z.string() }) } },
      },
      async ({ principal, params: { id }, words }) => {
        const trait = await unsettleValue(ctx, principal, id);
        return { sentence: words.say('resolve.trait.unsettled', { trait: traitInWords(trait) }) };
      },
    );
  };
}
