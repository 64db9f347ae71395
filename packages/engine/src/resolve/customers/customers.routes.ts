import { customersOpening } from '@throughline/core/resolve/customers-opening';
import { foundInWords } from '@throughline/core/resolve/find/found-in-words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inSnapshot, inWorkspace } from '../../store/postgres/in-workspace.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { CustomerCounter } from './customer-counts.js';
import { findPeople } from './find-people.js';
import { readIdentityFrame } from './identity-frame.js';
import { listCustomers, summariesOf } from './list-customers.js';
import { personSummarySchema } from './person-summary-schema.js';

const querySchema = z.object({
  q: z
    .string()
    .max(512)
    .optional()
    .transform((text) => asTyped(text ?? ''))
    .describe('An identifier of any namespace, its beginning, or the beginning of a name.'),
  kind: z.enum(['customers', 'visitors']).optional().describe('Both when searching, customers otherwise.'),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
const searchSchema = z.strictObject({
  q: z.string().max(512).describe('An identifier or a part of one, a name or something like it, a postcode.'),
  kind: z.enum(['customers', 'visitors']).optional().describe('Both unless told.'),
  limit: z.int().min(1).max(100).default(50),
});
const countFields = {
  opening: z.string(),
  customers: z.number(),
  visitors: z.number(),
  inSeveralChannels: z.number().describe('Customers with interactions in more than one channel.'),
  asOf: z.string(),
} as const;
const customersSchema = z.object({
  ...countFields,
  items: z.array(personSummarySchema).readonly(),
  next: z.string().nullable(),
});
const foundSchema = z.object({
  ...countFields,
  items: z
    .array(personSummarySchema.extend({ because: z.string().describe('Why this person was found.') }))
    .readonly()
    .describe('Best first.'),
  next: z.null().describe('Whoever is not among the best is found by typing more.'),
});

/** Finding people: everybody page by page, or by anything they are known by. What is searched for with POST stands in no address. */
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

    app.post(
      '/customers/search',
      { config: { access: 'viewer' }, schema: { body: searchSchema, response: { 200: foundSchema } } },
      ({ principal: { workspace }, body: { q, kind, limit }, words }) =>
        inSnapshot(ctx, workspace.number, async (client) => {
          const counts = await counter.get(client, workspace.number);
          const frame = await readIdentityFrame(client, workspace.number, rules);
          const recognised = kind === undefined ? undefined : kind === 'customers';
          const found = await findPeople(client, workspace.number, frame, { q: asTyped(q), recognised, limit });
          const numbers = found.map(({ person }) => person);
          const because = found.map((one) => foundInWords(one.because, words));
          const items = (await summariesOf(client, workspace.number, frame, numbers)).map((summary, place) => ({
            ...summary,
            because: because[place] ?? '',
          }));
          return { opening: customersOpening(counts, words), ...counts, items, next: null };
        }),
    );
  };
}

function asTyped(text: string): string {
  return text.replace(/\p{Cc}/gu, '').trim();
}
