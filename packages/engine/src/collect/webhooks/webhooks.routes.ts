import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../../http/govern-context.js';
import { plainBody } from '../intake/read-body.js';
import { openWebhook, webhookKey } from './open-webhook.js';
import { receiveDelivery, wrongSignature } from './receive-delivery.js';
import { RefusedDeliveries } from './refused-deliveries.js';
import { findWebhookById } from './webhook.sql.js';

const answerSchema = z.object({
  success: z.literal(true),
  accepted: z.number().int(),
  setAside: z.object({ code: z.string(), message: z.string() }).nullable(),
});

/**
 * Where systems deliver what happened in words of their own. 200 means that it is on disk, in the log or set aside; 401 that it is not signed
 * with the webhook's secret; 400 and 413 that the body could not be taken; 429, 503 and 507 that the same may be delivered again.
 */
export function webhooksRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  const key = webhookKey(ctx.secret);
  const refused = new RefusedDeliveries(ctx);
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    app.post(
      '/v1/webhooks/:source',
      {
        config: { access: 'signature' },
        schema: { params: z.object({ source: z.string().max(100) }), response: { 200: answerSchema } },
      },
      async ({ params, body, headers }) => {
        const row = uuid.test(params.source) ? await findWebhookById(ctx.appPool, params.source) : undefined;
        if (row === undefined) throw wrongSignature();
        const came = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const plain = await plainBody(came, headers['content-encoding']);
        const delivery = { headers: singleHeaders(headers), body: plain };
        const received = await receiveDelivery(
          ctx,
          refused,
          openWebhook(key, row),
          delivery,
          plain === came ? undefined : came,
        );
        return { success: true as const, ...received };
      },
    );
  };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Headers that came once; of those that came more often it is not known which one is meant. */
function singleHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).filter((one): one is [string, string] => typeof one[1] === 'string'),
  );
}
