import { amountText, readAmount } from '@throughline/core/collect/amount';
import { placeRate, rateKinds } from '@throughline/core/collect/costs/rate';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { sourceFields } from '../sources/source-fields.js';
import { lastDayOfSpend, spendByCampaign, spendByDay } from './ad-spend.sql.js';
import { deleteRate, endRate, insertRate, listRates, lockRates } from './cost-rate.sql.js';

const usualDays = 28;
const dayMs = 24 * 3_600_000;
const day = z.iso.date();
const kind = z.enum(rateKinds);
const amount = z.string().max(40).describe('decimal text; of a margin a share in hundredths, such as 38.5');
const rateSchema = z.object({
  id: z.uuid(),
  kind,
  subject: z.string(),
  amount: z.string(),
  currency: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
});
const newRateSchema = z.strictObject({
  kind,
  subject: z.string().trim().max(200).optional().describe('of a margin the product group; of another cost what it is'),
  amount,
  currency: sourceFields.currency.optional().describe('of everything but a margin'),
  from: day,
  to: day.nullable().optional().describe('last day; until another takes its place if not said'),
});

/** What advertising cost by day and campaign, what one contact costs, and what remains of the price of a product group. */
export function costsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/costs/spend',
      {
        config: { access: 'viewer' },
        schema: {
          querystring: z.object({ from: day.optional(), to: day.optional() }),
          response: {
            200: z.object({
              from: z.string().nullable(),
              to: z.string().nullable(),
              days: z.array(z.object({ day: z.string(), currency: z.string(), amount: z.string() })),
              campaigns: z.array(
                z.object({ campaign: z.string(), channel: z.string(), currency: z.string(), amount: z.string() }),
              ),
            }),
          },
        },
      },
      async ({ principal: { workspace }, query }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const to = query.to ?? (await lastDayOfSpend(client, workspace.number));
          if (to === undefined) return { from: null, to: null, days: [], campaigns: [] };
          const from = query.from ?? new Date(Date.parse(to) - (usualDays - 1) * dayMs).toISOString().slice(0, 10);
          return {
            ...{ from, to },
            days: [...(await spendByDay(client, workspace.number, from, to))],
            campaigns: [...(await spendByCampaign(client, workspace.number, from, to))],
          };
        }),
    );

    app.get(
      '/costs/rates',
      { config: { access: 'viewer' }, schema: { response: { 200: z.object({ items: z.array(rateSchema) }) } } },
      async ({ principal: { workspace } }) => ({
        items: [...(await inWorkspace(ctx, workspace.number, (client) => listRates(client, workspace.number)))],
      }),
    );

    app.post(
      '/costs/rates',
      {
        config: { access: 'admin' },
        schema: { body: newRateSchema, response: { 201: z.object({ id: z.uuid() }) } },
      },
      async ({ principal, body }, reply) => {
        const { number } = principal.workspace;
        const now = ctx.clock();
        const rate = { ...readRate(body), id: uuidV7(now) };
        await inWorkspace(ctx, number, async (client) => {
          await lockRates(client, number);
          const placed = placeRate(rate, await listRates(client, number));
          if (placed.type === 'overlaps')
            throw new ThroughlineError(
              'costs.rates-overlap',
              'another rate for the same holds on some of these days: remove it first, or choose other days',
            );
          if (placed.ended !== null) await endRate(client, number, placed.ended.id, placed.ended.to);
          await insertRate(client, number, { ...rate, by: principal.actor.label, at: new Date(now) });
          await recordAudit(client, principal, now, {
            action: 'costs.rate-added',
            target: rate.id,
            detail: { after: rate, ended: placed.ended },
          });
        });
        return reply.code(201).send({ id: rate.id });
      },
    );

    app.delete(
      '/costs/rates/:id',
      {
        config: { access: 'admin' },
        schema: { params: z.object({ workspace: z.string(), id: z.uuid() }), response: { 204: z.null() } },
      },
      async ({ principal, params }, reply) => {
        const { number } = principal.workspace;
        await inWorkspace(ctx, number, async (client) => {
          const before = await deleteRate(client, number, params.id);
          if (before === undefined) throw new ThroughlineError('request.not-found', 'there is no such rate');
          await recordAudit(client, principal, ctx.clock(), {
            action: 'costs.rate-removed',
            target: params.id,
            detail: { before },
          });
        });
        return reply.code(204).send(null);
      },
    );
  };
}

function readRate({ kind: of, subject = '', from, to = null, ...body }: z.infer<typeof newRateSchema>) {
  const micros = readAmount(body.amount);
  const isMargin = of === 'margin';
  const wrong =
    micros === undefined
      ? 'amount is no number: write it like 12.50'
      : isMargin && (micros > 100_000_000n || micros < -100_000_000n)
        ? 'a margin lies between -100 and 100'
        : !isMargin && body.currency === undefined
          ? 'the currency is missing'
          : (isMargin || of === 'other') && subject === ''
            ? 'say what it is of, in subject'
            : to !== null && to < from
              ? 'it ends before it begins'
              : undefined;
  if (micros === undefined || wrong !== undefined) throw new ThroughlineError('request.invalid', wrong ?? 'amount');
  return {
    kind: of,
    subject,
    from,
    to,
    amount: amountText(micros),
    currency: isMargin ? null : (body.currency ?? null),
  };
}
