import { knownChannels } from '@throughline/core/collect/channel';
import { channelLabel } from '@throughline/core/collect/channel-label';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

const channelsSchema = z.object({ items: z.array(z.object({ name: z.string(), label: z.string() })) });

export function channelsRoutes(): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/channels',
      { config: { access: 'viewer' }, schema: { response: { 200: channelsSchema } } },
      async ({ words }) => ({
        items: knownChannels.map((name) => ({ name, label: channelLabel(name, words) })),
      }),
    );
  };
}
