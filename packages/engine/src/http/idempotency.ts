import { createHash } from 'node:crypto';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inWorkspace } from '../store/postgres/in-workspace.js';
import { openSealed, seal, sealingKey } from '../store/sealed-text.js';
import type { GovernContext } from './govern-context.js';
import { beginAnswer, dropAnswer, keepAnswer } from './idempotency.sql.js';

/*
 * A POST with an Idempotency-Key header takes effect once in 24 hours, for one caller in one workspace:
 *
 *   none ──(first)──► begun ──(answer below 500)──► answered: later ones get the same answer
 *                       │
 *                       ├─(answer of 500 and above)──► none: nothing took effect, it may be tried again
 *                       └─(server killed)──► stays begun: whether it took effect is not known, and the caller is told so
 */

const keptForMs = 24 * 3600 * 1000;
const begun = new WeakMap<FastifyRequest, string>();

export function honourIdempotencyKeys(app: FastifyInstance, ctx: GovernContext): void {
  const sealing = sealingKey(ctx.secret, 'idempotency');

  app.addHook('preHandler', (request, reply, done) => {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || !isWorkspaceRoute(request) || key === undefined) done();
    else answerAgain(request, reply, key).then((isAnswered) => isAnswered || done(), done);
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    const key = begun.get(request);
    if (key === undefined) done(null, payload);
    else remember(request, reply, payload, key).then(() => done(null, payload), done);
  });

  /** Whether the answer of an earlier request with this key was sent; if none is known, this one is noted as begun. */
  async function answerAgain(request: FastifyRequest, reply: FastifyReply, key: string | string[]): Promise<boolean> {
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new ThroughlineError('request.invalid', 'Idempotency-Key: must be 1 to 200 visible characters');
    }
    const { workspace } = request.principal;
    const now = ctx.clock();
    const requestHash = hashOf(request);
    const before = await inWorkspace(ctx, workspace.number, (client) =>
      beginAnswer(
        client,
        workspace.number,
        callerOf(request),
        key,
        requestHash,
        new Date(now),
        new Date(now - keptForMs),
      ),
    );
    if (before === undefined) {
      begun.set(request, key);
      return false;
    }
    if (!before.requestHash.equals(requestHash)) {
      throw new ThroughlineError(
        'idempotency.key-reused',
        'this Idempotency-Key was used for another request; use a new one',
      );
    }
    if (before.status === null || before.answer === null) {
      throw new ThroughlineError(
        'idempotency.in-progress',
        'a request with this Idempotency-Key is under way, or was cut off; look whether it took effect',
      );
    }
    const { type, body } = JSON.parse(openSealed(sealing, before.answer)) as {
      readonly type: string;
      readonly body: string;
    };
    reply.code(before.status).header('idempotent-replayed', 'true').type(type);
    reply.serializer((text: unknown) => String(text)).send(body);
    return true;
  }

  async function remember(request: FastifyRequest, reply: FastifyReply, payload: unknown, key: string): Promise<void> {
    begun.delete(request);
    const { workspace } = request.principal;
    const caller = callerOf(request);
    const keepable =
      reply.statusCode < 500 && (payload === null || payload === undefined || typeof payload === 'string');
    await inWorkspace(ctx, workspace.number, (client) => {
      if (!keepable) return dropAnswer(client, workspace.number, caller, key);
      const type = String(reply.getHeader('content-type') ?? 'application/json');
      const answer = seal(sealing, JSON.stringify({ type, body: payload ?? '' }));
      return keepAnswer(client, workspace.number, caller, key, reply.statusCode, answer);
    });
  }
}

function isWorkspaceRoute(request: FastifyRequest): boolean {
  const { access } = request.routeOptions.config;
  return access === 'viewer' || access === 'admin';
}

function callerOf({ principal }: FastifyRequest): string {
  return `${principal.actor.type}:${principal.actor.id}`;
}

function hashOf(request: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body) ?? ''}`)
    .digest();
}
