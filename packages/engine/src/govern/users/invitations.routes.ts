import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../../http/govern-context.js';
import { userFields } from '../sign-in/user-fields.js';
import { acceptInvitation } from './accept-invitation.js';

export function invitationsRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/invitations/accept',
      {
        config: { access: 'public' },
        schema: {
          body: z.strictObject({ token: z.string().max(200), ...userFields }),
          response: { 200: z.object({ workspace: z.string() }) },
        },
      },
      async (request, reply) => {
        const { token, ...fields } = request.body;
        const user = { ...fields, language: request.words.language };
        const { cookies, slug } = await acceptInvitation(ctx, token, user, request.ip);
        return reply.header('set-cookie', cookies).send({ workspace: slug });
      },
    );
  };
}
