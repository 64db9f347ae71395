import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Answers of the API carry an ETag, and an unchanged one is answered with 304. They are kept by the caller alone, and asked for anew. */
export function addEntityTags(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    done(null, request.url.startsWith('/api/') ? tagged(request, reply, payload) : payload);
  });
}

/** What is sent: the payload, or nothing if the caller has it already. */
function tagged(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
  if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag);
  const asked = request.headers['if-none-match'];
  if (asked === undefined || !asked.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}
