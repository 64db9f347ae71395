import { randomUUID } from 'node:crypto';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { answerProblems } from './answer-problems.js';
import { authoriseRequests } from './authorise.js';
import { addEntityTags } from './entity-tags.js';
import type { GovernContext } from './govern-context.js';
import { healthRoutes } from './health.routes.js';
import { honourIdempotencyKeys } from './idempotency.js';
import { describeRoutes } from './openapi.js';
import { openapiRoutes } from './openapi.routes.js';
import { measureRequests } from './request-metrics.js';
import { instanceRoutes, workspaceRoutes } from './room-routes.js';
import { addSecurityHeaders } from './security-headers.js';
import { builtWebFolder, serveWebFiles } from './web-files.js';

export interface AppOptions {
  /** The built web application; our own unless told. */
  readonly webFolder?: string;
  /** Addresses of proxies whose X-Forwarded-For is believed, as fastify's `trustProxy` takes them; none unless told. */
  readonly trustProxy?: string;
}

/** The whole HTTP edge, ready to listen or to be injected into. Throws if a route declares no access. */
export async function buildApp(ctx: GovernContext, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: ctx.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // A logger of its own for each event would cost a tenth of taking it in; what is logged of such a request names its id.
    childLoggerFactory: (logger, bindings, loggerOptions, request) =>
      request.url?.startsWith('/v1/') === true ? logger : logger.child(bindings, loggerOptions),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    return503OnClosing: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  answerProblems(app);
  addSecurityHeaders(app, ctx.publicUrl);
  const registry = measureRequests(app);
  const describe = describeRoutes(app);
  authoriseRequests(app, ctx);
  serveWebFiles(app, options.webFolder ?? builtWebFolder);
  honourIdempotencyKeys(app, ctx);
  addEntityTags(app);

  await app.register(healthRoutes(ctx, registry));
  await app.register(openapiRoutes(describe));
  for (const routes of instanceRoutes(ctx)) await app.register(routes);
  for (const routes of workspaceRoutes(ctx)) await app.register(routes, { prefix: '/api/w/:workspace' });
  await app.ready();
  return app;
}
