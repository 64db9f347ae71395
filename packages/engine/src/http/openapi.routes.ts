import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

export function openapiRoutes(describe: () => Readonly<Record<string, unknown>>): FastifyPluginAsyncZod {
  return async (app) => {
    let text: string | undefined;
    app.get(
      '/api/openapi.json',
      { config: { access: 'public' }, schema: { response: { 200: z.unknown().describe('OpenAPI 3.1') } } },
      async (_request, reply) => {
        text ??= JSON.stringify(describe());
        return reply.type('application/json').serializer(String).send(text);
      },
    );
  };
}
