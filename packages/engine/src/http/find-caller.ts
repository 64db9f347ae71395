import type { FastifyRequest } from 'fastify';
import type { Caller } from '../govern/caller.js';
import { findApiToken } from '../govern/tokens/find-api-token.js';
import type { GovernContext } from './govern-context.js';
import { isLoopback } from './is-loopback.js';
import { webHeaders } from './web-headers.js';

/**
 * Whose credential the request carries; undefined without a valid one. An Authorization header counts alone: a wrong one is
 * not made good by a cookie. The command line's token is taken from this machine only.
 */
export async function findCaller(ctx: GovernContext, request: FastifyRequest): Promise<Caller | undefined> {
  const authorization = request.headers.authorization;
  if (authorization === undefined) {
    const session = await ctx.signIn.find(webHeaders(request));
    return session === undefined ? undefined : { type: 'user', user: session.user, cookies: session.cookies };
  }
  const token = /^Bearer ([\w-]{20,100})$/i.exec(authorization)?.[1];
  if (token === undefined) return undefined;
  if (token.startsWith('tlc_')) {
    return isLoopback(request) && ctx.cliToken.matches(token) ? { type: 'command line' } : undefined;
  }
  return token.startsWith('tl_') ? findApiToken(ctx, token) : undefined;
}
