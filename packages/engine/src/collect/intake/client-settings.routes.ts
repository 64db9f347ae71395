import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { findWriteKey } from '../sources/find-write-key.js';
import type { FoundKey } from '../sources/found-key.js';

const segmentSchema = z.object({
  integrations: z.object({
    'Segment.io': z.object({ apiKey: z.string(), apiHost: z.string(), protocol: z.string() }),
  }),
  metrics: z.object({ sampleRate: z.literal(0) }).describe('The client reports nothing about itself.'),
});
const off = z.object({ enabled: z.literal(false) });
const rudderSchema = z.object({
  source: z.object({
    id: z.string(),
    name: z.string(),
    writeKey: z.string(),
    workspaceId: z.string(),
    enabled: z.literal(true),
    config: z.object({ statsCollection: z.object({ errors: off, metrics: off }) }),
    destinations: z.array(z.never()),
  }),
});

/**
 * What the browser clients of Segment and RudderStack ask before they send anything: where to send it. Nothing else is switched on, and
 * nothing is said about the source beyond the public key that asks.
 */
export function clientSettingsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.header('access-control-allow-origin', '*');
      done();
    });

    app.get(
      '/v1/projects/:writeKey/settings',
      {
        config: { access: 'public' },
        schema: { params: z.object({ writeKey: z.string() }), response: { 200: segmentSchema } },
      },
      async ({ params: { writeKey } }) => {
        await publicKey(ctx, writeKey);
        const { host, protocol } = new URL(ctx.publicUrl);
        return {
          integrations: {
            'Segment.io': { apiKey: writeKey, apiHost: `${host}/v1`, protocol: protocol.slice(0, -1) },
          },
          metrics: { sampleRate: 0 as const },
        };
      },
    );

    app.get(
      '/v1/sourceConfig/',
      {
        config: { access: 'public' },
        schema: { querystring: z.object({ writeKey: z.string() }), response: { 200: rudderSchema } },
      },
      async ({ query: { writeKey } }) => {
        const { source, workspace } = await publicKey(ctx, writeKey);
        const isOff = { enabled: false as const };
        return {
          source: {
            id: String(source),
            name: 'throughline',
            writeKey,
            workspaceId: String(workspace),
            enabled: true as const,
            config: { statsCollection: { errors: isOff, metrics: isOff } },
            destinations: [],
          },
        };
      },
    );
  };
}

async function publicKey(ctx: AppContext, writeKey: string): Promise<FoundKey> {
  const key = await findWriteKey(ctx, writeKey);
  if (key?.kind === 'public') return key;
  throw new ThroughlineError('intake.write-key-unknown', 'this is no public write key, or it was revoked');
}
