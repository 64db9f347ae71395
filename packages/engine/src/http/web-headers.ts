import type { FastifyRequest } from 'fastify';

/** The request's cookies and host as web-standard headers; nothing else of it concerns the sign-in library. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  const { cookie, host } = request.headers;
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (host !== undefined) headers.set('host', host);
  return headers;
}
