import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { addSource } from './add-source.js';
import { changeSource } from './change-source.js';
import { readSources } from './read-sources.js';
import { rotateWriteKey } from './rotate-write-key.js';
import type { SourceChanges } from './source-changes.js';
import { sourceFields } from './source-fields.js';

const keyKind = z.enum(['public', 'server']);
const counts = { stored: z.number(), duplicates: z.number(), setAside: z.number() } as const;
const sourceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  channel: z.string(),
  team: z.string().nullable(),
  trust: z.number(),
  zone: z.string(),
  country: z.string(),
  currency: z.string(),
  groups: z.enum(['account', 'household']),
  completeUntil: z.string().nullable(),
  archived: z.boolean(),
  keys: z.array(z.object({ id: z.string(), kind: keyKind, hint: z.string(), createdAt: z.string() })),
  webhook: z.boolean().describe('Whether it is told by deliveries.'),
  lastReceivedAt: z.string().nullable(),
  today: z.object(counts),
  total: z.object(counts),
  days: z.array(z.object({ day: z.string(), ...counts })),
});
const newSourceSchema = z.strictObject({
  name: sourceFields.name,
  channel: sourceFields.channel,
  team: sourceFields.team.optional(),
  trust: sourceFields.trust.optional(),
  zone: sourceFields.zone.optional(),
  country: sourceFields.country.optional(),
  currency: sourceFields.currency.optional(),
  groups: sourceFields.groups.optional(),
  completeUntil: z.iso.datetime({ offset: true }).nullable().optional(),
  key: keyKind.optional(),
});
const changeSchema = newSourceSchema.omit({ key: true }).partial().extend({ archived: z.boolean().optional() });
const idSchema = z.object({ workspace: z.string(), id: z.uuid() });

/** Systems that send data, their keys and how much they sent. A write key is told once, when it is made. */
export function sourcesRoutes(ctx: AppContext, changes: SourceChanges): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/sources',
      { config: { access: 'viewer' }, schema: { response: { 200: z.object({ items: z.array(sourceSchema) }) } } },
      async ({ principal }) =>
        inWorkspace(ctx, principal.workspace.number, async (client) => ({
          items: await readSources(client, principal.workspace.number, ctx.clock()),
        })),
    );

    app.post(
      '/sources',
      {
        config: { access: 'admin' },
        schema: {
          body: newSourceSchema,
          response: { 201: z.object({ id: z.uuid(), name: z.string(), writeKey: z.string() }) },
        },
      },
      async ({ principal, body }, reply) => {
        const { id, name, writeKey } = await inWorkspace(ctx, principal.workspace.number, (client) =>
          addSource(client, principal, body, ctx.clock()),
        );
        return reply.code(201).send({ id, name, writeKey });
      },
    );

    app.patch(
      '/sources/:id',
      {
        config: { access: 'admin' },
        schema: { params: idSchema, body: changeSchema, response: { 200: z.object({ changed: z.literal(true) }) } },
      },
      async ({ principal, params, body }) => {
        const source = await inWorkspace(ctx, principal.workspace.number, (client) =>
          changeSource(client, principal, params.id, body, ctx.clock()),
        );
        ctx.writeKeys.forget();
        if (body.trust !== undefined) await changes.trustSet(principal, source);
        return { changed: true as const };
      },
    );

    app.post(
      '/sources/:id/rotate',
      {
        config: { access: 'admin' },
        schema: {
          params: idSchema,
          body: z.strictObject({ kind: keyKind.optional() }).optional(),
          response: { 200: z.object({ writeKey: z.string() }) },
        },
      },
      async ({ principal, params, body }) => {
        const rotated = await inWorkspace(ctx, principal.workspace.number, (client) =>
          rotateWriteKey(client, principal, params.id, body?.kind, ctx.clock()),
        );
        ctx.writeKeys.forget();
        return rotated;
      },
    );
  };
}
