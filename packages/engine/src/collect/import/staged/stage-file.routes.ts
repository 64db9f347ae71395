import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../../http/app-context.js';
import { uuidV7 } from '../../../store/uuid-v7.js';
import { stageFile } from '../stage-file.js';
import { removeStaging, stagingOf } from '../staged-files.js';
import { keepStagedFile } from './keep-staged-file.js';
import { stagedFileSchema } from './staged-file.js';

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
        const id = uuidV7(ctx.clock());
        const folder = stagingOf(ctx.dataFolder.staging, id);
        const bytes = Number(request.headers['content-length'] ?? 0);
        const content = request.body instanceof Readable ? request.body : Readable.from([]);
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        try {
          const staged = await stageFile(folder, undefined, content, { bytes, hash: null });
          const file = { id, name: query.name, ...staged };
          return reply.code(201).send(await keepStagedFile(ctx, principal, file, gone.signal));
        } catch (error) {
          await removeStaging(ctx.dataFolder.staging, id);
          throw error;
        }
      },
    );
  };
}
