import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../../http/app-context.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { sourceFields } from '../../sources/source-fields.js';
import { describeImport } from '../describe-import.js';
import { importRunSchema } from '../import-run.js';
import { removeStaging, stagingOf } from '../staged-files.js';
import { describeStagedFile } from './describe-staged-file.js';
import { importStagedFile } from './import-staged-file.js';
import { answersSchema } from './proposal-inputs.js';
import { proposalAnswer, proposalSchema } from './proposal-schema.js';
import type { Proposals } from './proposals.js';
import { formChoiceSchema, stagedFileSchema } from './staged-file.js';
import { deleteStagedFile, importsOfFile, listStagedFiles, storeFound } from './staged-file.sql.js';
import { keptSample, takeSample } from './staged-sample.js';
import { wantedStagedFile } from './wanted-staged-file.js';

const idSchema = z.object({ workspace: z.string(), id: z.uuid() });
const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ type: z.literal('date'), iso: z.string() }),
  z.object({ type: z.literal('nested'), json: z.string() }),
]);
const mapping = z.string().min(1).max(500_000).describe('YAML; in place of answers');
const newSource = z.strictObject({
  name: sourceFields.name,
  channel: sourceFields.channel,
  team: sourceFields.team.optional(),
  zone: sourceFields.zone.optional(),
  country: sourceFields.country.optional(),
  currency: sourceFields.currency.optional(),
});
const shownRows = 20;
const bodyLimit = 2 * 1024 * 1024;

/** Files that were handed in (see `stage-file.routes.ts`): looked at, asked about, imported or removed. */
export function stagedFilesRoutes(ctx: AppContext, proposals: Proposals): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/imports/files',
      {
        config: { access: 'admin' },
        schema: { response: { 200: z.object({ items: z.array(stagedFileSchema) }) } },
      },
      async ({ principal }) => {
        const { number } = principal.workspace;
        const items = await inWorkspace(ctx, number, async (client) => {
          const described = [];
          for (const row of await listStagedFiles(client, number)) {
            described.push(describeStagedFile(row, await importsOfFile(client, number, row.hash)));
          }
          return described;
        });
        return { items };
      },
    );

    app.get(
      '/imports/files/:id',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 200: stagedFileSchema } } },
      async ({ principal, params }) => {
        const { number } = principal.workspace;
        return inWorkspace(ctx, number, async (client) => {
          const row = await wantedStagedFile(client, number, params.id);
          return describeStagedFile(row, await importsOfFile(client, number, row.hash));
        });
      },
    );

    app.patch(
      '/imports/files/:id',
      {
        config: { access: 'admin' },
        schema: { params: idSchema, body: formChoiceSchema, response: { 200: stagedFileSchema } },
      },
      async ({ principal, params, body }, reply) => {
        const { number } = principal.workspace;
        const row = await inWorkspace(ctx, number, (client) => wantedStagedFile(client, number, params.id));
        const choice = { ...row.choice, ...body };
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        const found = await takeSample(stagingOf(ctx.dataFolder.staging, row.id), row.name, choice, gone.signal);
        return inWorkspace(ctx, number, async (client) => {
          await storeFound(client, number, row.id, { choice, found });
          return describeStagedFile({ ...row, choice, found }, await importsOfFile(client, number, row.hash));
        });
      },
    );

    app.delete(
      '/imports/files/:id',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 204: z.null() } } },
      async ({ principal, params }, reply) => {
        const { number } = principal.workspace;
        await inWorkspace(ctx, number, async (client) => {
          const row = await wantedStagedFile(client, number, params.id);
          await deleteStagedFile(client, number, row.id);
        });
        await removeStaging(ctx.dataFolder.staging, params.id);
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/imports/files/:id/sample',
      {
        config: { access: 'admin' },
        schema: {
          params: idSchema,
          response: {
            200: z.object({
              columns: z.array(z.string()),
              rows: z.array(z.object({ line: z.number(), cells: z.array(cell) })),
            }),
          },
        },
      },
      async ({ principal, params }) => {
        const { number } = principal.workspace;
        const row = await inWorkspace(ctx, number, (client) => wantedStagedFile(client, number, params.id));
        const { sample } = await keptSample(stagingOf(ctx.dataFolder.staging, row.id));
        const rows = sample.rows.slice(0, shownRows).map(({ line, cells }) => ({ line, cells: [...cells] }));
        return { columns: [...sample.columns], rows };
      },
    );

    app.post(
      '/imports/files/:id/propose',
      {
        config: { access: 'admin' },
        schema: {
          params: idSchema,
          body: z.strictObject({
            answers: answersSchema.default({}),
            source: z.uuid().optional().describe('A source there is, that the file comes from.'),
          }),
          response: { 200: z.object({ proposal: proposalSchema, yaml: z.string().describe('The mapping file.') }) },
        },
        bodyLimit,
      },
      async ({ principal, params, body }) => {
        const { number } = principal.workspace;
        const { answers, source } = body;
        const { proposal, yaml } = await proposals.propose(number, { file: params.id, source, answers });
        return { proposal: proposalAnswer(proposal), yaml };
      },
    );

    app.post(
      '/imports/files/:id/import',
      {
        config: { access: 'admin' },
        schema: {
          params: idSchema,
          body: z.strictObject({
            answers: answersSchema.optional(),
            mapping: mapping.optional(),
            source: z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ new: newSource })]),
            again: z.boolean().optional().describe('Import it although the same file was imported before.'),
          }),
          response: { 201: importRunSchema },
        },
        bodyLimit,
      },
      async ({ principal, params, body, words }, reply) => {
        const made = await importStagedFile(ctx, proposals, principal, params.id, body);
        return reply.code(201).send(describeImport(made, words.language));
      },
    );
  };
}
