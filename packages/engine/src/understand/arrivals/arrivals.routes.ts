import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { type ChannelRule, ruleFields } from '@throughline/core/understand/arrivals/arrival';
import { channelOfArrival } from '@throughline/core/understand/arrivals/channel-of-arrival';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sourceFields } from '../../collect/sources/source-fields.js';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { AppContext } from '../../http/app-context.js';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { KeptAnswers } from '../../resolve/lag/kept-answers.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { type ArrivalGroup, arrivalsSql, deleteRule, listRules, putRule } from './arrivals.sql.js';

const field = z.enum(ruleFields);
const answerSchema = z.object({
  channels: z.array(z.object({ channel: z.string().nullable().describe('null: directly'), arrivals: z.number() })),
  notUnderstood: z.array(z.object({ field, value: z.string(), arrivals: z.number() })),
  rules: z.array(z.object({ id: z.uuid(), field, value: z.string(), channel: z.string() })),
  asOf: z.string(),
});
const ruleSchema = z.strictObject({
  field,
  value: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .transform((text) => text.toLowerCase()),
  channel: sourceFields.channel,
});

/** Through which channels people came to our pages, as of the rules now: a rule places everything anew that ever came, and nothing is rewritten. */
export function arrivalsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const kept = new KeptAnswers(ctx, 'arrivals/1', async (_client, workspace) => {
    const tables = workspaceTables(workspace);
    const answer = await ctx.analytics.client().query({
      query: arrivalsSql(tables),
      query_params: { ...tables.parameters },
      format: 'JSONEachRow',
    });
    const rows = await answer.json<Omit<ArrivalGroup, 'isPaidClick'> & { readonly isPaidClick: number }>();
    return rows.map((row) => ({ ...row, isPaidClick: row.isPaidClick === 1 }));
  });
  return async (app) => {
    app.get(
      '/arrivals',
      { config: { access: 'viewer' }, schema: { response: { 200: answerSchema } } },
      async ({ principal: { workspace } }) => {
        const { answer, asOf } = await kept.getNewest(workspace.number);
        const rules = await inWorkspace(ctx, workspace.number, (client) => listRules(client, workspace.number));
        return { ...placed(answer, rules), rules: [...rules], asOf };
      },
    );

    app.post(
      '/arrivals/rules',
      {
        config: { access: 'admin' },
        schema: { body: ruleSchema, response: { 201: z.object({ id: z.uuid() }) } },
      },
      async ({ principal, body }, reply) => {
        const { number } = principal.workspace;
        const now = ctx.clock();
        const id = await inWorkspace(ctx, number, async (client) => {
          const rule = { ...body, id: uuidV7(now), by: principal.actor.label, at: new Date(now) };
          const made = await putRule(client, number, rule);
          await recordAudit(client, principal, now, {
            action: 'arrivals.rule-made',
            target: made,
            detail: { after: body },
          });
          return made;
        });
        return reply.code(201).send({ id });
      },
    );

    app.delete(
      '/arrivals/rules/:id',
      {
        config: { access: 'admin' },
        schema: { params: z.object({ workspace: z.string(), id: z.uuid() }), response: { 204: z.null() } },
      },
      async ({ principal, params }, reply) => {
        const { number } = principal.workspace;
        await inWorkspace(ctx, number, async (client) => {
          const before = await deleteRule(client, number, params.id);
          if (before === undefined) throw new ThroughlineError('request.not-found', 'there is no such rule');
          await recordAudit(client, principal, ctx.clock(), {
            action: 'arrivals.rule-removed',
            target: params.id,
            detail: { before },
          });
        });
        return reply.code(204).send(null);
      },
    );
  };
}

function placed(groups: readonly ArrivalGroup[], rules: readonly ChannelRule[]) {
  const channels = new Map<string | null, number>();
  const odd = new Map<string, { field: ChannelRule['field']; value: string; arrivals: number }>();
  for (const { arrivals, ...arrival } of groups) {
    const by = channelOfArrival(arrival, rules);
    if (by.type === 'not-understood') {
      const key = `${by.field} ${by.value}`;
      odd.set(key, { field: by.field, value: by.value, arrivals: (odd.get(key)?.arrivals ?? 0) + arrivals });
    } else {
      const channel = by.type === 'direct' ? null : by.channel;
      channels.set(channel, (channels.get(channel) ?? 0) + arrivals);
    }
  }
  return {
    channels: [...channels].map(([channel, arrivals]) => ({ channel, arrivals })).sort(byArrivals),
    notUnderstood: [...odd.values()].sort(byArrivals).slice(0, 500),
  };
}

const byArrivals = (a: { readonly arrivals: number }, b: { readonly arrivals: number }): number =>
  b.arrivals - a.arrivals;
