import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { changeImport, wantedImport } from './change-import.js';
import { createImport, refuseSameFile } from './create-import.js';
import { describeImport } from './describe-import.js';
import { listImports } from './import.sql.js';
import { importRunSchema } from './import-run.js';

const idSchema = z.object({ workspace: z.string(), id: z.uuid() });
const pageSchema = z.object({
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
const newImportSchema = z.strictObject({
  source: z.string().min(1).max(200).optional().describe('Name or id; the one the mapping names unless told.'),
  createSource: z.boolean().optional(),
  fileName: z.string().min(1).max(300),
  mapping: z.string().min(1).max(500_000).describe('YAML'),
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('SHA-256 of the file.'),
  fileBytes: z.int().min(0).optional(),
  dryRun: z.boolean().optional(),
  again: z.boolean().optional().describe('Import it although the same file was imported before.'),
});

/** Imports of files: made, sent (see `import-file.routes.ts`), started, watched. */
export function importsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/imports',
      {
        config: { access: 'viewer' },
        schema: {
          querystring: pageSchema,
          response: { 200: z.object({ items: z.array(importRunSchema), next: z.string().nullable() }) },
        },
      },
      async ({ principal, query, words }) => {
        const { number } = principal.workspace;
        const rows = await inWorkspace(ctx, number, (client) =>
          listImports(client, number, query.cursor ?? 2_147_483_647, query.limit + 1),
        );
        const items = rows.slice(0, query.limit);
        const last = rows.length > query.limit ? items.at(-1) : undefined;
        return {
          items: items.map((row) => describeImport(row, words.language)),
          next: last === undefined ? null : String(last.import),
        };
      },
    );

    app.get(
      '/imports/:id',
      { config: { access: 'viewer' }, schema: { params: idSchema, response: { 200: importRunSchema } } },
      async ({ principal, params, words }) => {
        const { number } = principal.workspace;
        return describeImport(
          await inWorkspace(ctx, number, (client) => wantedImport(client, number, params.id)),
          words.language,
        );
      },
    );

    app.post(
      '/imports',
      { config: { access: 'admin' }, schema: { body: newImportSchema, response: { 201: importRunSchema } } },
      async ({ principal, body, words }, reply) => {
        const made = await inWorkspace(ctx, principal.workspace.number, (client) =>
          createImport(client, principal, body, ctx.clock()),
        );
        return reply.code(201).send(describeImport(made, words.language));
      },
    );

    app.post(
      '/imports/:id/start',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 200: importRunSchema } } },
      async ({ principal, params, words }) => {
        const { number } = principal.workspace;
        const started = await inWorkspace(ctx, number, async (client) => {
          const { source, fileHash, mapping, progress, id } = await wantedImport(client, number, params.id);
          if (fileHash !== null && progress?.again !== true && progress?.dryRun !== true) {
            await refuseSameFile(client, number, { source, fileHash, mapping, except: id });
          }
          return changeImport(client, number, params.id, ['waiting', 'failed'], 'running');
        });
        ctx.imports.start(number, started.import);
        return describeImport(started, words.language);
      },
    );
  };
}
