import { tagKinds } from '@throughline/core/collect/tags/tag-kind';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { sourceFields } from '../sources/source-fields.js';
import { makeTag, wantedTarget } from './make-tag.js';
import { qrImage } from './qr-image.js';
import { listTags, listVouchers, lockTag, type TagRow, updateTag } from './tag.sql.js';

const text = z.string().trim().max(200);
const mostVouchers = 10_000;
const said = {
  name: text.min(1),
  campaign: text,
  touchpoint: text,
  channel: sourceFields.channel,
  target: z.string().max(4_000).optional().describe('of a link or QR code: where it leads'),
} as const;
const newSchema = z.strictObject({
  ...said,
  kind: z.enum(tagKinds),
  number: z.string().max(50).optional().describe('of a tracked number'),
  count: z.int().min(1).max(mostVouchers).optional().describe('of a voucher series: how many codes'),
});
const changeSchema = z.strictObject({ ...said, archived: z.boolean() }).partial();
const shownSchema = z.object({
  id: z.uuid(),
  kind: z.enum(tagKinds),
  name: z.string(),
  campaign: z.string(),
  touchpoint: z.string(),
  channel: z.string(),
  url: z.string().nullable().describe('what is printed or linked'),
  target: z.string().nullable(),
  number: z.string().nullable(),
  vouchers: z.number(),
  createdBy: z.string(),
  createdAt: z.string(),
  archived: z.boolean(),
});
const idSchema = z.object({ workspace: z.string(), id: z.uuid() });

/** Tagged links, QR codes, voucher series and tracked numbers, made for a touchpoint and campaign. */
export function tagsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/tags',
      { config: { access: 'viewer' }, schema: { response: { 200: z.object({ items: z.array(shownSchema) }) } } },
      async ({ principal: { workspace } }) => {
        const rows = await inWorkspace(ctx, workspace.number, (client) => listTags(client, workspace.number));
        return { items: rows.map((row) => described(row, ctx.publicUrl)) };
      },
    );

    app.post(
      '/tags',
      { config: { access: 'admin' }, schema: { body: newSchema, response: { 201: shownSchema } } },
      async ({ principal, body }, reply) => {
        const made = await inWorkspace(ctx, principal.workspace.number, async (client) => {
          const id = await makeTag(client, principal, body, ctx.clock());
          return lockTag(client, principal.workspace.number, id);
        });
        if (made === undefined) throw noSuch();
        return reply.code(201).send(described(made, ctx.publicUrl));
      },
    );

    app.patch(
      '/tags/:id',
      {
        config: { access: 'admin' },
        schema: { params: idSchema, body: changeSchema, response: { 204: z.null() } },
      },
      async ({ principal, params, body }, reply) => {
        const { number } = principal.workspace;
        await inWorkspace(ctx, number, async (client) => {
          const before = await lockTag(client, number, params.id);
          if (before === undefined) throw noSuch();
          const after: TagRow = {
            ...before,
            name: body.name ?? before.name,
            campaign: body.campaign ?? before.campaign,
            touchpoint: body.touchpoint ?? before.touchpoint,
            channel: body.channel ?? before.channel,
            target: body.target === undefined || before.code === null ? before.target : wantedTarget(body.target),
            archived: body.archived ?? before.archived,
          };
          await updateTag(client, number, after, after.archived ? new Date(ctx.clock()) : null);
          await recordAudit(client, principal, ctx.clock(), {
            action: 'tags.changed',
            target: params.id,
            detail: { before, after },
          });
        });
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/tags/:id/image',
      {
        config: { access: 'viewer' },
        schema: { params: idSchema, querystring: z.object({ format: z.enum(['svg', 'png']).default('svg') }) },
      },
      async ({ principal: { workspace }, params, query }, reply) => {
        const tag = await inWorkspace(ctx, workspace.number, (client) => lockTag(client, workspace.number, params.id));
        if (tag === undefined || tag.code === null) throw noSuch();
        const { format } = query;
        return reply
          .type(format === 'svg' ? 'image/svg+xml' : 'image/png')
          .header('content-disposition', `attachment; filename="qr-${tag.code}.${format}"`)
          .send(qrImage(addressOf(tag.code, ctx.publicUrl), format));
      },
    );

    app.get(
      '/tags/:id/vouchers',
      {
        config: { access: 'admin' },
        schema: { params: idSchema, response: { 200: z.object({ codes: z.array(z.string()) }) } },
      },
      async ({ principal: { workspace }, params }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          if ((await lockTag(client, workspace.number, params.id)) === undefined) throw noSuch();
          return { codes: [...(await listVouchers(client, workspace.number, params.id))] };
        }),
    );
  };
}

const noSuch = (): ThroughlineError => new ThroughlineError('request.not-found', 'there is no such tag');

function addressOf(code: string, publicUrl: string): string {
  return `${publicUrl}/t/${code}`;
}

function described({ code, createdAt, ...row }: TagRow, publicUrl: string) {
  return {
    ...row,
    url: code === null ? null : addressOf(code, publicUrl),
    createdAt: createdAt.toISOString(),
  };
}
