import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { wordsIn } from '@throughline/core/words/words-in';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../govern/caller.js';
import type { Principal } from '../govern/principal.js';
import { LastSeen } from '../govern/users/last-seen.js';
import type { Access } from './access.js';
import { findCaller } from './find-caller.js';
import { findPrincipal } from './find-principal.js';
import type { GovernContext } from './govern-context.js';
import { isLoopback } from './is-loopback.js';
import { readerLanguage } from './reader-language.js';
import { refuseCrossSite } from './request-origin.js';

/*
 * Before anything of a request is read:
 *
 *   no valid credential ........................ 401   request.unauthenticated
 *   another workspace's, or none of that name .. 404   request.not-found; the same answer, so that names cannot be guessed
 *   a viewer where an admin is wanted .......... 403   request.forbidden
 *   a page of another site ..................... 403   request.cross-site
 */

const callers = new WeakMap<FastifyRequest, Caller>();
const principals = new WeakMap<FastifyRequest, Principal>();

export function authoriseRequests(app: FastifyInstance, ctx: GovernContext): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access === undefined) throw new Error(`the route ${String(method)} ${url} declares no access`);
    const inWorkspace = url.startsWith('/api/w/:workspace/');
    if (inWorkspace !== (config.access === 'viewer' || config.access === 'admin')) {
      throw new Error(`the access of ${String(method)} ${url} does not fit its path`);
    }
  });
  const lastSeen = new LastSeen(ctx);
  app.decorateRequest('caller', { getter: lookUp(callers, 'caller') });
  app.decorateRequest('principal', { getter: lookUp(principals, 'principal') });
  app.decorateRequest('words', {
    getter(this: FastifyRequest) {
      return wordsIn(readerLanguage(callers.get(this), this));
    },
  });
  // The tracking API judges its write keys itself, as webhooks do their signatures: its requests, by far the most, pass here without a turn of the event loop.
  app.addHook('onRequest', (request, reply, done) => {
    const { access } = request.routeOptions.config;
    if (access === undefined || access === 'write-key' || access === 'signature') done();
    else admit(ctx, lastSeen, access, request, reply).then(() => done(), done);
  });
}

async function admit(
  ctx: GovernContext,
  lastSeen: LastSeen,
  access: Exclude<Access, 'write-key' | 'signature'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  try {
    await authorise(ctx, access, request, reply);
    const principal = principals.get(request);
    if (principal?.actor.type === 'user') await lastSeen.note(principal.workspace.number, principal.actor.id);
  } catch (error) {
    if (ThroughlineError.is(error)) {
      request.log.warn({ route: request.routeOptions.url, method: request.method, code: error.code }, 'access refused');
    }
    throw error;
  }
}

async function authorise(
  ctx: GovernContext,
  access: Exclude<Access, 'write-key' | 'signature'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  refuseCrossSite(request, ctx.publicUrl);
  if (access === 'public' || (access === 'monitor' && isLoopback(request))) return;
  const caller = await findCaller(ctx, request);
  if (caller === undefined) {
    throw new ThroughlineError(
      'request.unauthenticated',
      'sign in, or send a valid API token as "Authorization: Bearer"',
    );
  }
  callers.set(request, caller);
  if (caller.type === 'user' && caller.cookies.length > 0) reply.header('set-cookie', caller.cookies);
  if (access === 'viewer' || access === 'admin') return authoriseInWorkspace(ctx, access, caller, request);
  const allowed =
    access === 'known' ||
    (access === 'signed-in' && caller.type === 'user') ||
    (access === 'monitor' && caller.type === 'token' && caller.role === 'admin') ||
    ((access === 'command-line' || access === 'monitor') && caller.type === 'command line');
  if (!allowed) throw forbidden();
}

async function authoriseInWorkspace(
  ctx: GovernContext,
  access: 'viewer' | 'admin',
  caller: Caller,
  request: FastifyRequest,
): Promise<void> {
  const { workspace } = request.params as { readonly workspace?: string };
  const principal = workspace === undefined ? undefined : await findPrincipal(ctx, caller, workspace);
  if (principal === undefined) throw new ThroughlineError('request.not-found', 'there is no such workspace for you');
  if (access === 'admin' && principal.role !== 'admin') throw forbidden();
  principals.set(request, principal);
}

function forbidden(): ThroughlineError {
  return new ThroughlineError('request.forbidden', 'your role may not do this; ask an admin of the workspace');
}

function lookUp<T>(of: WeakMap<FastifyRequest, T>, what: string) {
  return function (this: FastifyRequest): T {
    const found = of.get(this);
    if (found === undefined) throw new Error(`the route ${this.routeOptions.url} has no ${what}`);
    return found;
  };
}
