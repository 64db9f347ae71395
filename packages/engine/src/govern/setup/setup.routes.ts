import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { fallbackLanguage, languageOf } from '@throughline/core/words/language';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../../http/govern-context.js';
import { userFields } from '../sign-in/user-fields.js';
import { hashSecretToken } from '../tokens/secret-token.js';
import { newWorkspaceSchema } from '../workspaces/new-workspace.js';
import { makeFirstAdmin } from './make-first-admin.js';
import { isSetupLink } from './setup.sql.js';
import { isSetupNeeded, newSetupLink } from './setup-link.js';

const setupSchema = z.strictObject({ token: z.string().max(200), ...userFields, workspace: newWorkspaceSchema });

/** The first person and the first workspace, made by whoever holds the link that the server printed. */
export function setupRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/setup',
      { config: { access: 'public' }, schema: { response: { 200: z.object({ needed: z.boolean() }) } } },
      async () => ({ needed: await isSetupNeeded(ctx) }),
    );

    app.post(
      '/api/setup',
      {
        config: { access: 'public' },
        schema: { body: setupSchema, response: { 201: z.object({ workspace: z.string() }) } },
      },
      async ({ body: { token, workspace, ...user } }, reply) => {
        const language = languageOf(workspace.language) ?? fallbackLanguage;
        const { slug } = await makeFirstAdmin(ctx, { user: { ...user, language }, workspace }, async (client) => {
          if (await isSetupLink(client, hashSecretToken(token))) return;
          throw new ThroughlineError(
            'setup.link-invalid',
            'the set-up link is not, or no longer, valid; run "throughline invite" for a new one',
          );
        });
        const session = await ctx.signIn.withPassword(user.email, user.password);
        return reply.code(201).header('set-cookie', session.cookies).send({ workspace: slug });
      },
    );

    app.post(
      '/api/setup/renew',
      { config: { access: 'command-line' }, schema: { response: { 200: z.object({ link: z.string() }) } } },
      async () => {
        const link = await newSetupLink(ctx, { renew: true });
        if (link === undefined) throw new ThroughlineError('setup.done', 'this instance is set up already; sign in');
        return { link };
      },
    );
  };
}
