import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { AppContext } from './app-context.js';
import { answers } from './health.sql.js';

const storeSchema = z.enum(['up', 'down']);

/** For what watches the instance: is the process up, are the stores up, what does it do. */
export function healthRoutes(ctx: AppContext, registry: Registry): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/healthz',
      { config: { access: 'public' }, schema: { response: { 200: z.object({ status: z.literal('up') }) } } },
      async () => ({ status: 'up' as const }),
    );

    const readySchema = z.object({ postgres: storeSchema, analytics: storeSchema });
    app.get(
      '/readyz',
      { config: { access: 'public' }, schema: { response: { 200: readySchema, 503: readySchema } } },
      async (_request, reply) => {
        const [postgres, analytics] = await Promise.all([
          isUp(() => answers(ctx.appPool)),
          isUp(() => ctx.analytics.ping()),
        ]);
        const ready = postgres === 'up' && analytics === 'up';
        return reply.code(ready ? 200 : 503).send({ postgres, analytics });
      },
    );

    app.get(
      '/metrics',
      { config: { access: 'monitor' }, schema: { response: { 200: z.string().describe('Prometheus text format') } } },
      async (_request, reply) => {
        reply.type(registry.contentType).serializer((text: unknown) => String(text));
        return reply.send(await registry.metrics());
      },
    );
  };
}

async function isUp(probe: () => Promise<unknown>): Promise<'up' | 'down'> {
  const timeout = AbortSignal.timeout(2000);
  const tooLate = new Promise<'down'>((resolve) => {
    timeout.addEventListener('abort', () => resolve('down'), { once: true });
  });
  const answer = probe().then(
    () => 'up' as const,
    () => 'down' as const,
  );
  return Promise.race([answer, tooLate]);
}
