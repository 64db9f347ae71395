import { batchItems } from '@throughline/core/collect/json-items';
import type { RecordKind } from '@throughline/core/collect/message-kind';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { AppContext } from '../../http/app-context.js';
import { intakeAnswer, intakeAnswerSchema } from './intake-answer.js';
import { authority } from './log-row.js';
import { readBody } from './read-body.js';
import { receiveMessages } from './receive-messages.js';
import { mostItems, tooManyItems, unreadableBody } from './unreadable-body.js';
import { writeKeyOfHeader, wrongKey } from './write-key-of-header.js';

const paths: Readonly<Record<string, RecordKind>> = { counts: 'count', happenings: 'happening', costs: 'cost' };

/**
 * What sources tell of the company and no customer: `{"batch": […]}` under a server key. Kept and answered as the tracking API does: 200
 * says that every item is on disk, in the log or set aside.
 */
export function recordsRoutes(ctx: AppContext): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    for (const [path, kind] of Object.entries(paths)) {
      app.post(
        `/v1/${path}`,
        { config: { access: 'write-key' }, schema: { response: { 200: intakeAnswerSchema } } },
        (request) => receive(ctx, request, kind),
      );
    }
  };
}

async function receive(ctx: AppContext, request: FastifyRequest, kind: RecordKind) {
  const receivedAtMs = ctx.clock();
  const { authorization } = request.headers;
  if (authorization === undefined) throw wrongKey();
  const key = await writeKeyOfHeader(ctx, authorization);
  if (key.kind === 'public')
    throw new ThroughlineError(
      'intake.server-key-needed',
      'a public key may not send this, since everybody can read it in a page: use a server key of the source',
    );
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const read = batchItems(await readBody(body, request.headers['content-encoding']));
  if (read.type === 'unreadable') throw unreadableBody(read.reason);
  if (read.items.length > mostItems) throw tooManyItems();
  const received = receiveMessages(read.items, {
    source: key.source,
    zone: key.zone,
    authority: authority.serverKey,
    import: 0,
    receivedAtMs,
    kind,
  });
  await ctx.intake.append({ workspace: key.workspace, ...received });
  return intakeAnswer(received);
}
