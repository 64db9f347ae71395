import { Readable } from 'node:stream';
import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { wantedImport, wrongState } from './change-import.js';
import { storeFile } from './import.sql.js';
import { importMapping } from './import-mapping.js';
import { copyLookup, stageFile } from './stage-file.js';
import { stagingOf } from './staged-files.js';

/** Takes the files of an import as they are, of any size, whatever their content type is said to be. */
export function importFileRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    app.put(
      '/imports/:id/file',
      {
        config: { access: 'admin' },
        schema: {
          params: z.object({ workspace: z.string(), id: z.uuid() }),
          querystring: z.object({
            name: z.string().min(1).max(300).describe('The name of the import, or of a look-up as the mapping has it.'),
          }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { principal, params, query } = request;
        const { number } = principal.workspace;
        const row = await inWorkspace(ctx, number, (client) => wantedImport(client, number, params.id));
        if (row.state !== 'waiting' && row.state !== 'failed') throw wrongState(row.state, ['waiting', 'failed']);
        const lookups =
          query.name === row.fileName
            ? [undefined]
            : compileMapping(importMapping(row.mapping))
                .lookups.filter(({ file }) => file === query.name)
                .map(({ name }) => name);
        if (lookups.length === 0) {
          throw new ThroughlineError(
            'request.not-found',
            `the import has no file "${query.name}", and its mapping no such look-up`,
          );
        }
        const folder = stagingOf(ctx.dataFolder.staging, row.id);
        const length = Number(request.headers['content-length'] ?? 0);
        const content = request.body instanceof Readable ? request.body : Readable.from([]);
        const [first, ...others] = lookups;
        const staged = await stageFile(folder, first, content, {
          bytes: length,
          hash: first === undefined ? row.fileHash : null,
        });
        for (const name of others) await copyLookup(folder, first ?? '', name ?? '');
        if (first !== undefined) return reply.code(204).send(null);
        await inWorkspace(ctx, number, (client) => storeFile(client, number, row.id, staged));
        return reply.code(204).send(null);
      },
    );
  };
}
