import { bucketSpans } from '@throughline/core/collect/records/bucket';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import {
  type CountsWanted,
  countsByDay,
  countsByPlace,
  lastDayOfCounts,
  listMeasures,
  replacedCounts,
} from './count-value.sql.js';

const usualDays = 28;
const mostReplaced = 200;
const dayMs = 24 * 3600 * 1000;

const per = z.enum(bucketSpans);
const day = z.iso.date();
const place = { location: z.string(), touchpoint: z.string(), source: z.string() } as const;
const wanted = z.object({
  measure: z.string().min(1).max(200),
  per,
  from: day.optional().describe('first calendar day; 28 days up to the last one that has a number if not said'),
  to: day.optional().describe('last calendar day'),
});
type Wanted = z.infer<typeof wanted>;

/** Numbers that were counted without persons: what there is, its course over time and over places, and what was told differently before. */
export function countsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/counts',
      {
        config: { access: 'viewer' },
        schema: {
          response: {
            200: z.object({
              items: z.array(
                z.object({
                  measure: z.string(),
                  per,
                  adds: z.boolean(),
                  places: z.number(),
                  buckets: z.number(),
                  firstAt: z.string(),
                  lastAt: z.string(),
                  lastReceivedAt: z.string(),
                }),
              ),
            }),
          },
        },
      },
      async ({ principal: { workspace } }) => {
        const rows = await inWorkspace(ctx, workspace.number, (client) => listMeasures(client, workspace.number));
        return {
          items: rows.map(({ firstAt, lastAt, lastReceivedAt, ...row }) => ({
            ...row,
            firstAt: firstAt.toISOString(),
            lastAt: lastAt.toISOString(),
            lastReceivedAt: lastReceivedAt.toISOString(),
          })),
        };
      },
    );

    app.get(
      '/counts/values',
      {
        config: { access: 'viewer' },
        schema: {
          querystring: wanted,
          response: {
            200: z.object({
              from: z.string(),
              to: z.string(),
              days: z.array(z.object({ day: z.string(), value: z.number(), buckets: z.number() })),
              places: z.array(z.object({ ...place, value: z.number(), buckets: z.number() })),
            }),
          },
        },
      },
      async ({ principal: { workspace }, query }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const period = await periodOf(client, workspace.number, query);
          return {
            from: period.from,
            to: period.to,
            days: [...(await countsByDay(client, workspace.number, period))],
            places: [...(await countsByPlace(client, workspace.number, period))],
          };
        }),
    );

    app.get(
      '/counts/replaced',
      {
        config: { access: 'viewer' },
        schema: {
          querystring: wanted,
          response: {
            200: z.object({
              items: z.array(
                z.object({
                  ...place,
                  startsAt: z.string(),
                  value: z.number(),
                  receivedAt: z.string(),
                  isCurrent: z.boolean(),
                }),
              ),
            }),
          },
        },
      },
      async ({ principal: { workspace }, query }) => {
        const rows = await inWorkspace(ctx, workspace.number, async (client) =>
          replacedCounts(client, workspace.number, await periodOf(client, workspace.number, query), mostReplaced),
        );
        return {
          items: rows.map(({ startsAt, receivedAt, ...row }) => ({
            ...row,
            startsAt: startsAt.toISOString(),
            receivedAt: receivedAt.toISOString(),
          })),
        };
      },
    );
  };
}

/** The period asked for, else the last days that have numbers. */
async function periodOf(client: ClientBase, workspace: number, query: Wanted): Promise<CountsWanted> {
  const { measure, per: span } = query;
  const to = query.to ?? (await lastDayOfCounts(client, workspace, measure, span));
  if (to === undefined)
    throw new ThroughlineError('request.not-found', 'nothing of this name was counted in such buckets');
  const from = query.from ?? new Date(Date.parse(to) - (usualDays - 1) * dayMs).toISOString().slice(0, 10);
  return { measure, per: span, from, to };
}
