import { batchItems, singleItem } from '@throughline/core/collect/json-items';
import type { MessageKind } from '@throughline/core/collect/message-kind';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../http/app-context.js';
import { findWriteKey } from '../sources/find-write-key.js';
import type { FoundKey } from '../sources/found-key.js';
import { intakeAnswer, intakeAnswerSchema } from './intake-answer.js';
import { readBody } from './read-body.js';
import { takeMessages } from './take-messages.js';
import { mostItems, tooManyItems, unreadableBody } from './unreadable-body.js';
import { writeKeyOfHeader, wrongKey } from './write-key-of-header.js';

const singles: Readonly<Record<string, MessageKind>> = {
  identify: 'identify',
  track: 'track',
  page: 'page',
  screen: 'screen',
  group: 'group',
  alias: 'alias',
  i: 'identify',
  t: 'track',
  p: 'page',
  s: 'screen',
  g: 'group',
  a: 'alias',
};

/**
 * The tracking API, wire-compatible with Segment's: existing clients work by changing the host.
 *
 * 400 and 413 mean that nothing was kept; 200 that every item is on disk, in the log or set aside; 401 that the key is wrong;
 * 429, 503 and 507 that nothing was kept and the same request may be sent again.
 */
export function trackingRoutes(ctx: AppContext): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    app.addHook('onRequest', (_request, reply, done) => {
      reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'retry-after');
      done();
    });
    const options = { config: { access: 'write-key' as const }, schema: { response: { 200: intakeAnswerSchema } } };
    for (const [path, kind] of Object.entries(singles)) {
      app.post(`/v1/${path}`, options, (request, reply) => receive(ctx, request, reply, kind));
    }
    for (const path of ['batch', 'import', 'b']) {
      app.post(`/v1/${path}`, options, (request, reply) => receive(ctx, request, reply, undefined));
    }
    app.options('/v1/*', { config: { access: 'public' as const } }, async (_request, reply) => {
      return (
        reply
          .header('access-control-allow-methods', 'POST, OPTIONS')
          // The asterisk stands for whatever clients send along to count their tries and the like; it does not cover the first.
          .header('access-control-allow-headers', 'authorization, *')
          .header('access-control-max-age', '86400')
          .code(204)
          .send()
      );
    });
  };
}

async function receive(ctx: AppContext, request: FastifyRequest, reply: FastifyReply, kind: MessageKind | undefined) {
  const receivedAtMs = ctx.clock();
  const early = await keyOfRequest(ctx, request);
  const text = await readBody(bodyOf(request), request.headers['content-encoding']);
  const read = kind === undefined ? batchItems(text) : singleItem(text);
  if (read.type === 'unreadable') throw unreadableBody(read.reason);
  if (read.items.length > mostItems) throw tooManyItems();
  const key = early ?? (await keyOfBody(ctx, read.envelope.writeKey, read.items[0]?.value));
  const { items, envelope } = read;
  const received = await takeMessages(ctx.intake, key, { items, envelope, kind, receivedAtMs });
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(intakeAnswer(received)));
}

function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** The key of the Authorization header (Basic, as user name) or, for public keys only, of the query. */
async function keyOfRequest(ctx: AppContext, request: FastifyRequest): Promise<FoundKey | undefined> {
  const header = request.headers.authorization;
  if (header !== undefined) return writeKeyOfHeader(ctx, header);
  const inQuery = isPlainObject(request.query) ? request.query.writeKey : undefined;
  return typeof inQuery === 'string' ? publicOnly(await findWriteKey(ctx, inQuery)) : undefined;
}

/** The key in the body, of the envelope or of a batch's first item; public keys only. */
async function keyOfBody(ctx: AppContext, ofEnvelope: unknown, firstItem: unknown): Promise<FoundKey> {
  const given = typeof ofEnvelope === 'string' ? ofEnvelope : isPlainObject(firstItem) ? firstItem.writeKey : undefined;
  if (typeof given !== 'string') throw wrongKey();
  return publicOnly(await findWriteKey(ctx, given));
}

function publicOnly(key: FoundKey | undefined): FoundKey {
  return key?.kind === 'public' ? key : refuse();
}

function refuse(): never {
  throw wrongKey();
}
