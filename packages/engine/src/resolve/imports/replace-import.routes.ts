import type { Answers } from '@throughline/core/collect/proposal/answers';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { wantedImport, wrongState } from '../../collect/import/change-import.js';
import { describeImport } from '../../collect/import/describe-import.js';
import { importRunSchema } from '../../collect/import/import-run.js';
import type { SampledFile } from '../../collect/import/recognise/sampled-file.js';
import { importStagedFile, refuseMissingColumns } from '../../collect/import/staged/import-staged-file.js';
import { answersSchema, mappingText } from '../../collect/import/staged/proposal-inputs.js';
import { answersAsked, type Proposals } from '../../collect/import/staged/proposals.js';
import { keptSample } from '../../collect/import/staged/staged-sample.js';
import { wantedStagedFile } from '../../collect/import/staged/wanted-staged-file.js';
import { stagingOf } from '../../collect/import/staged-files.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { takeBackImport } from './take-back-import.js';

interface Given {
  readonly file: string;
  readonly answers?: Answers | undefined;
  readonly mapping?: string | undefined;
}

/** An import in the place of another, by a newer file: the former is taken back in the log before anything of the new one stands there. */
export function replaceImportRoutes(ctx: AppContext, proposals: Proposals): FastifyPluginAsyncZod {
  const mappingOf = async (workspace: number, source: string, sampled: SampledFile, body: Given) => {
    const inputs = await proposals.inputs(workspace, { file: body.file, source, ...answersAsked(body) });
    return mappingText(sampled, inputs, body);
  };
  return async (app) => {
    app.post(
      '/imports/:id/replace',
      {
        config: { access: 'admin' },
        schema: {
          params: z.object({ workspace: z.string(), id: z.uuid() }),
          body: z.strictObject({
            file: z.uuid().describe('A file that was handed in.'),
            answers: answersSchema.optional(),
            mapping: z
              .string()
              .min(1)
              .max(500_000)
              .optional()
              .describe('YAML; without it and answers the mapping of the former import holds.'),
          }),
          response: { 201: z.object({ former: importRunSchema, import: importRunSchema }) },
        },
        bodyLimit: 2 * 1024 * 1024,
      },
      async ({ principal, params, body, words }, reply) => {
        const { number } = principal.workspace;
        const former = await inWorkspace(ctx, number, async (client) => {
          await wantedStagedFile(client, number, body.file);
          return wantedImport(client, number, params.id);
        });
        if (former.state === 'undoing' || former.state === 'undone') throw wrongState(former.state, ['done', 'failed']);
        if (former.progress?.dryRun === true)
          throw new ThroughlineError('request.not-found', 'there is no such import: it was a dry run');
        const sampled = await keptSample(stagingOf(ctx.dataFolder.staging, body.file));
        const isSame = body.mapping === undefined && body.answers === undefined;
        const mapping = isSame ? former.mapping : await mappingOf(number, former.sourceId, sampled, body);
        refuseMissingColumns(mapping, sampled);
        const undoing = await takeBackImport(ctx, principal, former);
        const made = await importStagedFile(ctx, proposals, principal, body.file, {
          mapping,
          source: { id: former.sourceId },
          replaces: former.id,
        });
        return reply
          .code(201)
          .send({ former: describeImport(undoing, words.language), import: describeImport(made, words.language) });
      },
    );
  };
}
