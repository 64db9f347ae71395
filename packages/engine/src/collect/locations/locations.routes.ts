import { locationKinds } from '@throughline/core/collect/locations/location';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { addLocation, changeLocation, loadLocations, removeLocation } from './change-locations.js';
import { listLocations } from './location.sql.js';

const text = z.string().trim().min(1).max(200);
const kind = z.enum(locationKinds);
const codes = z.array(text).max(100).describe('by which sources name it, exactly as they write them');
const parent = z.uuid().nullable();
const newSchema = z.strictObject({ name: text, kind, parent: parent.optional(), codes: codes.optional() });
const idSchema = z.object({ workspace: z.string(), id: z.uuid() });
const listedSchema = z.strictObject({ code: text, name: text, kind, parent: text.optional() });

/** Where things take place, as a tree, and the codes by which sources name places. */
export function locationsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/locations',
      {
        config: { access: 'viewer' },
        schema: {
          response: {
            200: z.object({
              items: z.array(
                z.object({ id: z.uuid(), parent, kind, name: z.string(), codes: z.array(z.string()).readonly() }),
              ),
            }),
          },
        },
      },
      async ({ principal: { workspace } }) => ({
        items: [...(await inWorkspace(ctx, workspace.number, (client) => listLocations(client, workspace.number)))],
      }),
    );

    app.post(
      '/locations',
      { config: { access: 'admin' }, schema: { body: newSchema, response: { 201: z.object({ id: z.uuid() }) } } },
      async ({ principal, body }, reply) => {
        const id = await inWorkspace(ctx, principal.workspace.number, (client) =>
          addLocation(client, principal, body, ctx.clock()),
        );
        return reply.code(201).send({ id });
      },
    );

    app.patch(
      '/locations/:id',
      {
        config: { access: 'admin' },
        schema: { params: idSchema, body: newSchema.partial(), response: { 204: z.null() } },
      },
      async ({ principal, params, body }, reply) => {
        await inWorkspace(ctx, principal.workspace.number, (client) =>
          changeLocation(client, principal, params.id, body, ctx.clock()),
        );
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/locations/:id',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 204: z.null() } } },
      async ({ principal, params }, reply) => {
        await inWorkspace(ctx, principal.workspace.number, (client) =>
          removeLocation(client, principal, params.id, ctx.clock()),
        );
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/locations/load',
      {
        config: { access: 'admin' },
        schema: {
          body: z.strictObject({ items: z.array(listedSchema).min(1).max(2_000) }),
          response: { 200: z.object({ added: z.number(), changed: z.number() }) },
        },
      },
      async ({ principal, body }) =>
        inWorkspace(ctx, principal.workspace.number, (client) =>
          loadLocations(client, principal, body.items, ctx.clock()),
        ),
    );
  };
}
