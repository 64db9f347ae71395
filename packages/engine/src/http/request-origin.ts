import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyRequest } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site's page made a browser send: cookies go along by themselves, the page's origin cannot be faked.
 * A request with a credential of its own, or with neither cookie nor origin, does not come from such a page.
 * The collecting API is meant to be called from everywhere and is not asked.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string): void {
  const { headers, method } = request;
  if (safe.has(method) || headers.authorization !== undefined) return;
  const site = headers['sec-fetch-site'];
  if (site !== undefined ? site === 'same-origin' || site === 'none' : isOwnOrigin(request, publicUrl)) return;
  throw new ThroughlineError(
    'request.cross-site',
    'the request came from a page of another site; open Throughline itself',
  );
}

function isOwnOrigin({ headers }: FastifyRequest, publicUrl: string): boolean {
  if (headers.origin === undefined) return headers.cookie === undefined;
  if (headers.origin === new URL(publicUrl).origin) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
