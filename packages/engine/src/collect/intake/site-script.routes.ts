import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readSiteScript, type SiteScript } from './site-script.js';

const querystring = z.object({
  v: z.string().max(200).optional().describe('The integrity of the one that is wanted.'),
});

/**
 * The script that sites load, under an address that stays: asked for anew each hour, 304 if it is the same. Its ETag is its `integrity`; under
 * `?v=` with that value it never changes and is kept for a year.
 */
export function siteScriptRoutes(): FastifyPluginAsyncZod {
  return async (app) => {
    for (const name of ['throughline.js', 'throughline.mjs'] as const) {
      let read: Promise<SiteScript | undefined> | undefined;
      app.get(`/v1/${name}`, { config: { access: 'public' }, schema: { querystring } }, async (request, reply) => {
        read ??= readSiteScript(name);
        const script = await read;
        if (script !== undefined) return send(request, request.query.v, reply, script);
        read = undefined;
        throw new ThroughlineError(
          'request.not-found',
          'the script for sites is not built yet: run "npm run build" in the folder of Throughline',
        );
      });
    }
  };
}

function send(
  request: Pick<FastifyRequest, 'headers'>,
  wanted: string | undefined,
  reply: FastifyReply,
  { plain, gzipped, integrity }: SiteScript,
): FastifyReply {
  const tag = `"${integrity}"`;
  // In a query a plus sign stands for a blank.
  const isThisOne = wanted?.replaceAll(' ', '+') === integrity;
  reply.headers({
    'access-control-allow-origin': '*',
    'cache-control': isThisOne ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    etag: tag,
  });
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known?.includes(tag) === true) return reply.code(304).send();
  reply.type('text/javascript; charset=utf-8');
  return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    ? reply.header('content-encoding', 'gzip').send(gzipped)
    : reply.send(plain);
}
