import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../../http/govern-context.js';
import { webHeaders } from '../../http/web-headers.js';
import { userFields } from './user-fields.js';

const userSchema = z.object({ id: z.uuid(), name: z.string(), email: z.string() });

/** Sessions of people, at the addresses the sign-in library's own client uses. Nobody can sign up by themselves. */
export function signInRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/auth/sign-in/email',
      {
        config: { access: 'public' },
        schema: {
          body: z.object({ email: z.string().max(254), password: z.string().max(1000) }),
          response: { 200: z.object({ user: userSchema }) },
        },
      },
      async (request, reply) => {
        const { email, password } = request.body;
        const once = await ctx.signInLimit.take(email, request.ip);
        const session = await ctx.signIn.withPassword(email, password).catch((error: unknown) => {
          request.log.warn('sign-in refused');
          throw error;
        });
        await once.succeeded();
        await ctx.signIn.end(webHeaders(request));
        return reply.header('set-cookie', session.cookies).send({ user: session.user });
      },
    );

    app.post(
      '/api/auth/sign-out',
      { config: { access: 'public' }, schema: { response: { 200: z.object({ success: z.literal(true) }) } } },
      async (request, reply) => {
        const cookies = await ctx.signIn.end(webHeaders(request));
        return reply.header('set-cookie', cookies).send({ success: true });
      },
    );

    app.get(
      '/api/auth/get-session',
      {
        config: { access: 'public' },
        schema: { response: { 200: z.object({ user: userSchema }).nullable() } },
      },
      async (request, reply) => {
        const session = await ctx.signIn.find(webHeaders(request));
        if (session === undefined) return reply.send(null);
        return reply.header('set-cookie', session.cookies).send({ user: session.user });
      },
    );

    app.post(
      '/api/auth/change-password',
      {
        config: { access: 'signed-in' },
        schema: {
          body: z.object({ currentPassword: z.string().max(1000), newPassword: userFields.password }),
          response: { 200: z.object({ changed: z.literal(true) }) },
        },
      },
      async (request, reply) => {
        const { caller, body } = request;
        const account = caller.type === 'user' ? caller.user.email : '';
        const once = await ctx.signInLimit.take(account, request.ip);
        const cookies = await ctx.signIn.changePassword(webHeaders(request), body.currentPassword, body.newPassword);
        await once.succeeded();
        return reply.header('set-cookie', cookies).send({ changed: true });
      },
    );
  };
}
