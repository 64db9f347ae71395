import { channelName } from '@throughline/core/collect/channel';
import { directions, markNames, outcomes, precisions } from '@throughline/core/collect/interaction';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { importMapping } from '../../collect/import/import-mapping.js';
import { answersSchema, mappingText, proposalInputs } from '../../collect/import/staged/proposal-inputs.js';
import { sampleMessages } from '../../collect/import/staged/sample-messages.js';
import { keptSample } from '../../collect/import/staged/staged-sample.js';
import { wantedStagedFile } from '../../collect/import/staged/wanted-staged-file.js';
import { stagingOf } from '../../collect/import/staged-files.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { ruleVersionInForce } from '../rules/rules.sql.js';
import { type PreviewedInteraction, type PreviewedPerson, previewPersons } from './preview-persons.js';

const text = z.string().nullable();
const interactionSchema = z.object({
  at: z.string(),
  precision: z.enum(precisions),
  name: z.string(),
  channel: z.string(),
  direction: z.enum(directions),
  touchpoint: text,
  about: z.object({ kind: z.string(), id: z.string() }).nullable(),
  reason: text,
  outcome: z.enum(outcomes).nullable(),
  location: text,
  value: text,
  currency: text,
  marks: z.record(z.enum(markNames), z.boolean()),
  properties: z.record(z.string(), z.unknown()),
  line: z.number(),
});
const previewSchema = z.object({
  counts: z
    .object({
      lines: z.number(),
      interactions: z.number(),
      persons: z.number(),
      recognised: z.number(),
      withoutPerson: z.number(),
      setAside: z.number(),
      passedOver: z.number(),
    })
    .describe('Of the lines that were sampled.'),
  isWhole: z.boolean().describe('True if every line of the file was.'),
  persons: z.array(
    z.object({
      name: text,
      recognised: z.boolean(),
      identifiers: z.array(z.object({ namespace: z.string(), value: z.string() })),
      traits: z.record(z.string(), z.unknown()),
      count: z.number(),
      interactions: z.array(interactionSchema),
    }),
  ),
  setAside: z.array(z.object({ code: z.string(), reason: z.string(), line: z.number() })),
});
const shown = 20;
const interactionsShown = 5;

/** Persons and interactions as an import would make them, from the sample of a file that was handed in; nothing is kept. */
export function previewImportRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rulesByVersion = new JoinRulesByVersion();
  return async (app) => {
    app.post(
      '/imports/files/:id/preview',
      {
        config: { access: 'admin' },
        schema: {
          params: z.object({ workspace: z.string(), id: z.uuid() }),
          body: z.strictObject({
            answers: answersSchema.optional(),
            mapping: z.string().min(1).max(500_000).optional().describe('YAML; in place of answers'),
            source: z.uuid().optional(),
          }),
          response: { 200: previewSchema },
        },
        bodyLimit: 2 * 1024 * 1024,
      },
      async ({ principal, params, body }) => {
        const { number } = principal.workspace;
        const nowMs = ctx.clock();
        const { inputs, rules } = await inWorkspace(ctx, number, async (client) => {
          await wantedStagedFile(client, number, params.id);
          return {
            inputs: await proposalInputs(client, number, body.source, nowMs),
            rules: await rulesByVersion.get(client, number, await ruleVersionInForce(client)),
          };
        });
        const sampled = await keptSample(stagingOf(ctx.dataFolder.staging, params.id));
        const yaml = mappingText(sampled, inputs, body);
        const mapping = importMapping(yaml);
        const { zone, country, currency } = inputs.context;
        const made = sampleMessages(sampled, yaml, zone, nowMs);
        const channel = inputs.source?.channel ?? channelName(mapping.channel ?? '') ?? 'store';
        const source = { zone, country, currency, channel, keyKind: 'server' as const };
        const { persons, interactions, withoutPerson, setAside } = previewPersons(made.messages, source, rules);
        const aside = [...made.setAside, ...setAside];
        if (made.lines === 0) throw new ThroughlineError('import.file-empty', 'the file has no line below its header');
        return {
          counts: {
            lines: made.lines,
            interactions,
            persons: persons.length,
            recognised: persons.filter(({ isRecognised }) => isRecognised).length,
            withoutPerson,
            setAside: aside.length,
            passedOver: made.passedOver,
          },
          isWhole: made.isWhole,
          persons: persons.slice(0, shown).map(describePerson),
          setAside: aside.slice(0, shown),
        };
      },
    );
  };
}

function describePerson({ name, isRecognised, identifiers, traits, interactions }: PreviewedPerson) {
  return {
    name,
    recognised: isRecognised,
    identifiers: [...identifiers],
    traits,
    count: interactions.length,
    interactions: interactions.slice(0, interactionsShown).map(describeInteraction),
  };
}

function describeInteraction({ line, atMs, interaction }: PreviewedInteraction) {
  const { touchpoint, about, reason, outcome, location, value, currency, properties, ...rest } = interaction;
  return {
    ...rest,
    at: new Date(atMs).toISOString(),
    touchpoint: touchpoint ?? null,
    about: about ?? null,
    reason: reason ?? null,
    outcome: outcome ?? null,
    location: location ?? null,
    value: value ?? null,
    currency: currency ?? null,
    properties,
    line,
  };
}
