import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Answers of the API carry an ETag, and an unchanged one is answered with 304. They are kept by the caller alone, and asked for anew. */
export function addEntityTags(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.url.startsWith('/api/')) return payload;
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    reply.header('etag', tag);
    const asked = request.headers['if-none-match'];
    if (asked === undefined || !asked.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) return payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  });
}
