import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../../http/govern-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { userFields } from '../sign-in/user-fields.js';
import { changeMember } from './change-member.js';
import { invite } from './invite.js';
import { listMembers } from './member.sql.js';

const role = z.enum(['admin', 'viewer']);
const idSchema = z.object({ workspace: z.string(), id: z.uuid() });
const membersSchema = z.object({
  items: z.array(
    z.object({ id: z.uuid(), name: z.string(), email: z.string(), role, lastSeenAt: z.string().nullable() }),
  ),
});

/** The people of a workspace and their roles. */
export function usersRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/users',
      { config: { access: 'viewer' }, schema: { response: { 200: membersSchema } } },
      async ({ principal: { workspace } }) => {
        const members = await inWorkspace(ctx, workspace.number, (client) => listMembers(client, workspace.number));
        return { items: members.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt?.toISOString() ?? null })) };
      },
    );

    app.post(
      '/users/invite',
      {
        config: { access: 'admin' },
        schema: {
          body: z.strictObject({ email: userFields.email.optional(), role }),
          response: { 201: z.object({ link: z.string() }) },
        },
      },
      async ({ principal, body }, reply) => {
        const options = { nowMs: ctx.clock(), publicUrl: ctx.publicUrl };
        const invited = await inWorkspace(ctx, principal.workspace.number, (client) =>
          invite(client, principal, body, options),
        );
        return reply.code(201).send(invited);
      },
    );

    app.patch(
      '/users/:id',
      {
        config: { access: 'admin' },
        schema: { params: idSchema, body: z.strictObject({ role }), response: { 200: z.object({ role }) } },
      },
      async ({ principal, params, body }) => {
        await inWorkspace(ctx, principal.workspace.number, (client) =>
          changeMember(client, principal, params.id, body.role, ctx.clock()),
        );
        return { role: body.role };
      },
    );

    app.delete(
      '/users/:id',
      {
        config: { access: 'admin' },
        schema: { params: idSchema, response: { 204: z.null() } },
      },
      async ({ principal, params }, reply) => {
        await inWorkspace(ctx, principal.workspace.number, (client) =>
          changeMember(client, principal, params.id, undefined, ctx.clock()),
        );
        return reply.code(204).send(null);
      },
    );
  };
}
