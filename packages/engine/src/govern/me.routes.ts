import { languages } from '@throughline/core/words/language';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../http/govern-context.js';
import type { Caller } from './caller.js';
import { updateUserLanguage } from './users/user-language.sql.js';
import { everyWorkspace, workspacesOfUser } from './workspaces/workspaces.sql.js';

const meSchema = z.object({
  user: z
    .object({ id: z.uuid(), name: z.string(), email: z.string(), language: z.enum(languages) })
    .nullable()
    .describe('Nobody, if an API token or the command line asks.'),
  workspaces: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      role: z.enum(['admin', 'viewer']),
      country: z.string(),
      zone: z.string(),
      currency: z.string(),
      isSample: z.boolean().describe('A sample company: made up, and made to be removed.'),
    }),
  ),
});

/** Who am I, where may I go, and in which language do I read. */
export function meRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/me',
      { config: { access: 'known' }, schema: { response: { 200: meSchema } } },
      async ({ caller }) => ({
        user: caller.type === 'user' ? caller.user : null,
        workspaces: [...(await workspacesOf(ctx, caller))],
      }),
    );

    app.patch(
      '/api/me',
      {
        config: { access: 'signed-in' },
        schema: {
          body: z.strictObject({ language: z.enum(languages).describe('Sentences are said in it from now on.') }),
          response: { 200: z.object({ language: z.enum(languages) }) },
        },
      },
      async ({ caller, body: { language } }) => {
        if (caller.type === 'user') {
          await updateUserLanguage(ctx.appPool, caller.user.id, language, new Date(ctx.clock()));
        }
        return { language };
      },
    );
  };
}

async function workspacesOf(ctx: GovernContext, caller: Caller) {
  switch (caller.type) {
    case 'user':
      return workspacesOfUser(ctx.appPool, caller.user.id);
    case 'command line':
      return everyWorkspace(ctx.appPool);
    case 'token': {
      const all = await everyWorkspace(ctx.appPool);
      return all.filter(({ slug }) => slug === caller.workspace.slug).map((row) => ({ ...row, role: caller.role }));
    }
  }
}
