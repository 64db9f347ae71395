import { batchItems, singleItem } from '@throughline/core/collect/json-items';
import type { MessageKind } from '@throughline/core/collect/message-kind';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { findWriteKey } from '../sources/find-write-key.js';
import type { FoundKey } from '../sources/found-key.js';
import { readBody } from './read-body.js';
import { takeMessages } from './take-messages.js';

const mostItems = 2_500;

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

const answerSchema = z.object({
  success: z.literal(true),
  accepted: z.number().int(),
  setAside: z.array(z.object({ index: z.number().int(), code: z.string(), message: z.string() })),
});

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
      reply.header('access-control-allow-origin', '*');
      done();
    });
    const options = { config: { access: 'write-key' as const }, schema: { response: { 200: answerSchema } } };
    for (const [path, kind] of Object.entries(singles)) {
      app.post(`/v1/${path}`, options, (request, reply) => receive(ctx, request, reply, kind));
    }
    for (const path of ['batch', 'import', 'b']) {
      app.post(`/v1/${path}`, options, (request, reply) => receive(ctx, request, reply, undefined));
    }
    app.options('/v1/*', { config: { access: 'public' as const } }, async (_request, reply) => {
      return reply
        .header('access-control-allow-methods', 'POST, OPTIONS')
        .header('access-control-allow-headers', 'authorization, content-type, content-encoding')
        .header('access-control-max-age', '86400')
        .code(204)
        .send();
    });
  };
}

async function receive(ctx: AppContext, request: FastifyRequest, reply: FastifyReply, kind: MessageKind | undefined) {
  const receivedAtMs = ctx.clock();
  const early = await keyOfRequest(ctx, request);
  const text = await readBody(bodyOf(request), request.headers['content-encoding']);
  const read = kind === undefined ? batchItems(text) : singleItem(text);
  if (read.type === 'unreadable') throw unreadable(read.reason);
  if (read.items.length > mostItems) {
    throw new ThroughlineError(
      'intake.too-many-messages',
      `the batch holds more than ${mostItems} messages; send fewer at once; nothing was kept`,
    );
  }
  const key = early ?? (await keyOfBody(ctx, read.envelope.writeKey, read.items[0]?.value));
  const { items, envelope } = read;
  const { rows, setAside } = await takeMessages(ctx.intake, key, { items, envelope, kind, receivedAtMs });
  const answer: z.infer<typeof answerSchema> = {
    success: true,
    accepted: rows.length,
    setAside: setAside.map((item) => ({ index: item.index, code: item.code, message: item.reason })),
  };
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
}

function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

function unreadable(reason: 'not-json' | 'not-an-object' | 'no-batch'): ThroughlineError {
  const sentence = {
    'not-json': 'the body is not valid JSON',
    'not-an-object': 'the body is not a JSON object',
    'no-batch': 'the body has no list "batch"',
  }[reason];
  return new ThroughlineError('intake.body-unreadable', `${sentence}; nothing was kept`);
}

/** The key of the Authorization header (Basic, as user name) or, for public keys only, of the query. */
async function keyOfRequest(ctx: AppContext, request: FastifyRequest): Promise<FoundKey | undefined> {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const [scheme = '', credential = ''] = header.split(' ', 2);
    if (scheme.toLowerCase() !== 'basic') throw wrongKey();
    const user = Buffer.from(credential, 'base64').toString('utf8').split(':', 1)[0] ?? '';
    return (await findWriteKey(ctx, user)) ?? refuse();
  }
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

const wrongKey = () =>
  new ThroughlineError(
    'intake.write-key-unknown',
    'the write key is missing, unknown or revoked; server keys are taken from the Authorization header only',
  );
