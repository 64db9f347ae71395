import { directions, markNames, outcomes, precisions } from '@throughline/core/collect/interaction';
import { reasonInWords } from '@throughline/core/collect/reason';
import type { Words } from '@throughline/core/words/words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answersSchema } from '../../collect/import/staged/proposal-inputs.js';
import { answersAsked, type Proposals } from '../../collect/import/staged/proposals.js';
import { stagingOf } from '../../collect/import/staged-files.js';
import type { AppContext } from '../../http/app-context.js';
import { AnsweringThread } from '../../store/answering-thread.js';
import { compiledEntry } from '../../store/compiled-entry.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { ruleVersionInForce } from '../rules/rules.sql.js';
import type { Preview } from './preview-of.js';
import type { PreviewWanted } from './preview-thread.js';

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
  marked: z.record(z.enum(markNames), z.number()).describe('Interactions that count in no figure.'),
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

/** Safe to cast: the lists are copied by the serialiser, never changed. */
function previewAnswer(preview: Preview, words: Words) {
  const setAside = preview.setAside.map(({ line, reason }) => ({
    code: reason.code,
    reason: reasonInWords(reason, words),
    line,
  }));
  return { ...preview, setAside } as unknown as z.infer<typeof previewSchema>;
}

/** Persons and interactions as an import would make them, from the sample of a file that was handed in; nothing is kept. */
export function previewImportRoutes(ctx: AppContext, proposals: Proposals): FastifyPluginAsyncZod {
  const rulesByVersion = new JoinRulesByVersion();
  const previewing = new AnsweringThread<PreviewWanted, Preview>(
    compiledEntry(import.meta.url, './preview-thread.js'),
    'previews',
  );
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
      async ({ principal, params, body, words }) => {
        const { number } = principal.workspace;
        const nowMs = ctx.clock();
        const { answers, mapping, source } = body;
        const inputs = await proposals.inputs(number, { file: params.id, source, ...answersAsked(body) });
        const rules = await inWorkspace(ctx, number, async (client) =>
          rulesByVersion.get(client, number, await ruleVersionInForce(client)),
        );
        const folder = stagingOf(ctx.dataFolder.staging, params.id);
        const preview = await previewing.ask({ folder, inputs, answers, mapping, ruleSet: rules.ruleSet, nowMs });
        return previewAnswer(preview, words);
      },
    );
  };
}
