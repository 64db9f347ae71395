import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Words } from '@throughline/core/words/words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../../http/govern-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { largestBodyBytes } from '../intake/read-body.js';
import { readReasons } from '../intake/stored-reasons.js';
import { faultOfMapping } from './delivery-mapper.js';
import { webhookKey } from './open-webhook.js';
import { previewDelivery } from './preview-delivery.js';
import { setWebhook } from './set-webhook.js';
import { webhookOfSourceId } from './webhook.sql.js';
import { lastDeliveries, type NotedDelivery } from './webhook-delivery.sql.js';

const header = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'is no name of a header');
const prefix = z.string().max(50).default('').describe('What stands before it in the header, such as "sha256=".');
const schemeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hmac'), header, encoding: z.enum(['hex', 'base64']), prefix }),
  z.strictObject({ type: z.literal('standard-webhooks') }),
  z.strictObject({ type: z.literal('token'), header, prefix }),
]);
const mapping = z.string().min(1).max(50_000).describe('A JSONata expression from a delivery to messages.');
const settingsSchema = z.strictObject({
  scheme: schemeSchema,
  deliveryHeader: header.nullable().default(null),
  mapping,
  secret: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('given'), secret: z.string().min(8).max(500) }),
      z.strictObject({ type: z.literal('anew') }),
    ])
    .optional(),
});
const deliverySchema = z.object({
  id: z.uuid(),
  receivedAt: z.string(),
  delivery: z.string().nullable(),
  bytes: z.number(),
  outcome: z.enum(['kept', 'nothing', 'set-aside']),
  messages: z.number(),
  reason: z.string().nullable(),
});
const webhookSchema = z.object({
  address: z.string(),
  scheme: schemeSchema,
  deliveryHeader: z.string().nullable(),
  mapping: z.string(),
  secretHint: z.string(),
  refused: z.number().describe('Deliveries that were not signed with the secret.'),
  lastRefusedAt: z.string().nullable(),
  changedBy: z.string(),
  changedAt: z.string(),
  deliveries: z.array(deliverySchema).describe('The last fifty, the newest first.'),
});
const idSchema = z.object({ workspace: z.string(), id: z.uuid() });
const previewSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('messages'),
    messages: z.array(z.object({ text: z.string(), fault: z.string().nullable() })),
    of: z.number().describe('How many there are; the first twenty are shown.'),
  }),
  z.object({ type: z.literal('failed'), problem: z.string() }),
]);

/** How sources are told by deliveries: signature, mapping, and what came. A secret that was made is told once. */
export function webhookSettingsRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  const key = webhookKey(ctx.secret);
  return async (app) => {
    app.get(
      '/sources/:id/webhook',
      { config: { access: 'viewer' }, schema: { params: idSchema, response: { 200: webhookSchema } } },
      async ({ principal, params, words }) => {
        const { number } = principal.workspace;
        return inWorkspace(ctx, number, async (client) => {
          const found = await webhookOfSourceId(client, number, params.id);
          if (found === undefined) throw new ThroughlineError('request.not-found', 'this source has no webhook');
          const deliveries = await lastDeliveries(client, number, found.source);
          return {
            address: `${ctx.publicUrl}/v1/webhooks/${params.id}`,
            scheme: found.scheme,
            deliveryHeader: found.deliveryHeader,
            mapping: found.mapping,
            secretHint: found.secretHint,
            refused: found.refused,
            lastRefusedAt: found.lastRefusedAt?.toISOString() ?? null,
            changedBy: found.changedBy,
            changedAt: found.changedAt.toISOString(),
            deliveries: deliveries.map((one) => described(one, words)),
          };
        });
      },
    );

    app.put(
      '/sources/:id/webhook',
      {
        config: { access: 'admin' },
        schema: {
          params: idSchema,
          body: settingsSchema,
          response: { 200: z.object({ address: z.string(), secret: z.string().nullable() }) },
        },
      },
      async ({ principal, params, body }) => {
        const fault = await faultOfMapping(body.mapping);
        if (fault !== undefined) throw new ThroughlineError('webhooks.mapping-invalid', `mapping: ${fault}`);
        const set = await inWorkspace(ctx, principal.workspace.number, (client) =>
          setWebhook(client, principal, params.id, body, key, ctx.clock()),
        );
        return { address: `${ctx.publicUrl}/v1/webhooks/${params.id}`, ...set };
      },
    );

    app.post(
      '/webhook-preview',
      {
        config: { access: 'admin' },
        schema: {
          body: z.strictObject({
            mapping: z.string().max(50_000),
            body: z.string().max(largestBodyBytes),
            headers: z.record(header, z.string().max(2_000)).default({}),
          }),
          response: { 200: previewSchema },
        },
      },
      async ({ body, words }) => previewDelivery(body, ctx.clock(), words),
    );
  };
}

function described({ reasons, reason, ...row }: NotedDelivery, words: Words): z.infer<typeof deliverySchema> {
  return {
    ...row,
    receivedAt: row.receivedAt.toISOString(),
    reason: reason === null ? null : readReasons({ reasons, reason }, words),
  };
}
