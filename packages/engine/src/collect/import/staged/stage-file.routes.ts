import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../../http/app-context.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../../store/uuid-v7.js';
import { stageFile } from '../stage-file.js';
import { removeStaging, stagingOf } from '../staged-files.js';
import { describeStagedFile } from './describe-staged-file.js';
import { stagedFileSchema } from './staged-file.js';
import { importsOfFile, insertStagedFile } from './staged-file.sql.js';
import { takeSample } from './staged-sample.js';

/** Takes a file as it is, of any size, whatever its content type is said to be, and tells how it is written. */
export function stageFileRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    app.post(
      '/imports/files',
      {
        config: { access: 'admin' },
        schema: {
          params: z.object({ workspace: z.string() }),
          querystring: z.object({ name: z.string().min(1).max(300) }),
          response: { 201: stagedFileSchema },
        },
      },
      async (request, reply) => {
        const { principal, query } = request;
        const { number } = principal.workspace;
        const nowMs = ctx.clock();
        const id = uuidV7(nowMs);
        const folder = stagingOf(ctx.dataFolder.staging, id);
        const bytes = Number(request.headers['content-length'] ?? 0);
        const content = request.body instanceof Readable ? request.body : Readable.from([]);
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        try {
          const staged = await stageFile(folder, undefined, content, { bytes, hash: null });
          const found = await takeSample(folder, query.name, {}, gone.signal);
          const row = {
            id,
            name: query.name,
            ...staged,
            choice: {},
            found,
            createdBy: principal.actor.label,
            createdAt: new Date(nowMs),
          };
          const same = await inWorkspace(ctx, number, async (client) => {
            await insertStagedFile(client, number, row);
            return importsOfFile(client, number, row.hash);
          });
          return reply.code(201).send(describeStagedFile(row, same));
        } catch (error) {
          await removeStaging(ctx.dataFolder.staging, id);
          throw error;
        }
      },
    );
  };
}
