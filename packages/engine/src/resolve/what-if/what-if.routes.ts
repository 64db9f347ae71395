import { setTimeout as pause } from 'node:timers/promises';
import type { GoldenTrait } from '@throughline/core/resolve/golden-trait';
import { parseRuleSet } from '@throughline/core/resolve/parse-rule-set';
import { whyUsedInWords } from '@throughline/core/resolve/traits/why-used-in-words';
import { whatIfInWords } from '@throughline/core/resolve/what-if-in-words';
import type { Wording } from '@throughline/core/resolve/wording';
import type { Words } from '@throughline/core/words/words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { type AskedWhatIf, WhatIfs } from './what-ifs.js';

const identifiers = z.array(z.object({ namespace: z.string(), value: z.string() })).readonly();
const part = { identifiers, moreIdentifiers: z.number() } as const;
const countsSchema = z.object({ people: z.number(), into: z.number() });
const hubsSchema = z.object({ count: z.number(), some: identifiers });
const usedSchema = z.object({ value: z.unknown(), source: z.string(), at: z.string(), why: z.string() });
const valuesSchema = z.object({
  people: z.number(),
  traits: z.array(z.object({ trait: z.string(), people: z.number() })).readonly(),
  samples: z
    .array(
      z.object({ id: z.uuid(), name: z.string().nullable(), trait: z.string(), before: usedSchema, after: usedSchema }),
    )
    .readonly(),
});
const whatIfSchema = z.object({
  id: z.uuid(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  progress: z.object({ done: z.number(), total: z.number().describe('0 until it is known.') }),
  opening: z.string().nullable().describe('What would change, in a sentence; null until it is known.'),
  joined: countsSchema
    .nullable()
    .describe('People who would be one with somebody else, and how many they would be then.'),
  split: countsSchema.nullable().describe('People who would be taken apart, and how many they would be then.'),
  newHubs: hubsSchema.nullable().describe('Identifiers that would no longer join anybody.'),
  formerHubs: hubsSchema.nullable().describe('Identifiers that would join again.'),
  samples: z
    .array(
      z.object({
        kind: z.enum(['joined', 'split']),
        before: z.object({
          persons: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), ...part })).readonly(),
          more: z.number(),
        }),
        after: z.object({
          persons: z.array(z.object({ name: z.string().nullable(), ...part })).readonly(),
          more: z.number(),
        }),
      }),
    )
    .readonly(),
  values: valuesSchema
    .nullable()
    .describe(
      'For whom another value of a trait would be used; null until it is known, and where no trait is ruled otherwise.',
    ),
});
const params = z.object({ id: z.uuid() });

/** Of a small workspace the answer comes with the question. */
const waitMs = 1_500;

/** What other rules would change, before they are set. Nothing is changed by asking. */
export function whatIfRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const whatIfs = new WhatIfs(ctx, new JoinRulesByVersion());
  return async (app) => {
    app.post(
      '/rules/what-if',
      {
        config: { access: 'admin' },
        schema: { body: z.strictObject({ document: z.unknown() }), response: { 200: whatIfSchema } },
      },
      async ({ principal: { workspace }, body, words }) => {
        const asked = whatIfs.ask(workspace.number, parseRuleSet(body.document));
        await Promise.race([asked.ended, pause(waitMs, undefined, { ref: false })]);
        return shown(asked, words, ctx.clock());
      },
    );

    app.get(
      '/rules/what-if/:id',
      { config: { access: 'admin' }, schema: { params, response: { 200: whatIfSchema } } },
      async ({ principal: { workspace }, params: { id }, words }) =>
        shown(whatIfs.get(workspace.number, id), words, ctx.clock()),
    );

    app.post(
      '/rules/what-if/:id/stop',
      { config: { access: 'admin' }, schema: { params, response: { 200: whatIfSchema } } },
      async ({ principal: { workspace }, params: { id }, words }) =>
        shown(whatIfs.stop(workspace.number, id), words, ctx.clock()),
    );
  };
}

function shown(
  { id, state, progress, answer }: AskedWhatIf,
  words: Words,
  nowMs: number,
): z.infer<typeof whatIfSchema> {
  return {
    id,
    state,
    progress,
    opening: answer === undefined ? null : whatIfInWords(answer.counts, answer.values?.people, words),
    joined: answer?.counts.joined ?? null,
    split: answer?.counts.split ?? null,
    newHubs: answer?.newHubs ?? null,
    formerHubs: answer?.formerHubs ?? null,
    samples: answer?.samples ?? [],
    values: answer === undefined ? null : shownValues(answer, words, nowMs),
  };
}

function shownValues({ values, frame }: NonNullable<AskedWhatIf['answer']>, words: Words, nowMs: number) {
  if (values === undefined) return null;
  const wording: Wording = { words, sourceName: frame.sourceName, zone: frame.zone, now: nowMs };
  const used = (golden: GoldenTrait): z.infer<typeof usedSchema> => ({
    value: golden.value,
    source: frame.sourceName(golden.source),
    at: new Date(golden.at).toISOString(),
    why: whyUsedInWords(golden, wording),
  });
  return {
    ...values,
    samples: values.samples.map(({ before, after, ...person }) => ({
      ...person,
      trait: after.trait,
      before: used(before),
      after: used(after),
    })),
  };
}
