import { customersOpening } from '@throughline/core/resolve/customers-opening';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { CustomerCounter } from './customer-counts.js';
import { readIdentityFrame } from './identity-frame.js';
import { listCustomers } from './list-customers.js';
import { identifierSchema } from './person-schema.js';

const querySchema = z.object({
  q: z
    .string()
    .max(512)
    .optional()
    .transform((text) => text?.replace(/\p{Cc}/gu, '').trim() ?? '')
    .describe('An identifier of any namespace, its beginning, or the beginning of a name.'),
  kind: z.enum(['customers', 'visitors']).optional().describe('Both when searching, customers otherwise.'),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
const customersSchema = z.object({
  opening: z.string(),
  customers: z.number(),
  visitors: z.number(),
  inSeveralChannels: z.number().describe('Customers with interactions in more than one channel.'),
  asOf: z.string(),
  items: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string().nullable(),
        recognised: z.boolean(),
        identifiers: z.array(identifierSchema).readonly().describe('The strongest, at most three.'),
        channels: z.array(z.string()).readonly(),
        interactions: z.number(),
        firstAt: z.string().nullable(),
        lastAt: z.string().nullable(),
      }),
    )
    .readonly(),
  next: z.string().nullable(),
});

/** Finding people: everybody page by page, or by anything they are known by. */
export function customersRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const counter = new CustomerCounter(ctx);
  return async (app) => {
    app.get(
      '/customers',
      { config: { access: 'viewer' }, schema: { querystring: querySchema, response: { 200: customersSchema } } },
      ({ principal: { workspace }, query, words }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const counts = await counter.get(client, workspace.number);
          const frame = await readIdentityFrame(client, workspace.number, rules);
          const { items, next } = await listCustomers(client, workspace.number, frame, {
            ...query,
            kind: query.kind,
            cursor: query.cursor,
          });
          return { opening: customersOpening(counts, words), ...counts, items, next };
        }),
    );
  };
}
