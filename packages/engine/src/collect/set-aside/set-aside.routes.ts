import type { Sentence } from '@throughline/core/collect/proposal/sentence';
import { setAsideReasons } from '@throughline/core/collect/set-aside-reason';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Words } from '@throughline/core/words/words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readReasons } from '../intake/stored-reasons.js';
import { readParts, type SetAsidePart } from './read-parts.js';
import { importUndone, keepReplayed, readItems } from './replay-items.js';
import {
  beginning,
  countWaiting,
  decideItems,
  newestWaiting,
  type SetAsideItem,
  type SetAsidePlace,
  setAsideItem,
  waitingItems,
} from './set-aside.sql.js';
import { answerSchema, code, groupSchema, itemSchema, note } from './set-aside-schemas.js';
import { textOfItem } from './text-of-item.js';

const idSchema = z.object({ workspace: z.string(), id: z.uuid() });

/** What could not be applied: why, samples, mending and reading again, leaving out. */
export function setAsideRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/set-aside',
      {
        config: { access: 'viewer' },
        schema: { response: { 200: z.object({ waiting: z.number(), groups: z.array(groupSchema) }) } },
      },
      async ({ principal, words }) =>
        inWorkspace(ctx, principal.workspace.number, async (client) => {
          const counts = await countWaiting(client, principal.workspace.number);
          const groups = [];
          for (const { code, count, firstAt, lastAt } of counts) {
            const samples = await newestWaiting(client, principal.workspace.number, code, 3);
            groups.push({
              code,
              reason: samples[0] === undefined ? code : readReasons(samples[0], words),
              mend: mendOf(code),
              count,
              firstAt: firstAt.toISOString(),
              lastAt: lastAt.toISOString(),
              samples: samples.map((item) => describe(item, words)),
              parts: (await readParts(client, principal.workspace.number, code)).map((part) =>
                describePart(part, words),
              ),
            });
          }
          return { waiting: counts.reduce((sum, { count }) => sum + count, 0), groups };
        }),
    );

    app.get(
      '/set-aside/items',
      {
        config: { access: 'viewer' },
        schema: {
          querystring: z.object({
            code,
            cursor: z.string().max(200).optional(),
            limit: z.coerce.number().int().min(1).max(500).default(50),
          }),
          response: { 200: z.object({ items: z.array(itemSchema), next: z.string().nullable() }) },
        },
      },
      async ({ principal, query, words }) => {
        const { number } = principal.workspace;
        const rows = await inWorkspace(ctx, number, (client) =>
          waitingItems(client, number, { code: query.code }, placeOf(query.cursor), query.limit + 1),
        );
        const items = rows.slice(0, query.limit);
        const last = rows.length > query.limit ? items.at(-1) : undefined;
        return { items: items.map((item) => describe(item, words)), next: last === undefined ? null : cursorOf(last) };
      },
    );

    app.post(
      '/set-aside/:id/replay',
      {
        config: { access: 'admin' },
        schema: {
          params: idSchema,
          body: z.strictObject({ body: z.string().max(2_000_000).optional() }).optional(),
          response: { 200: z.object({ replayed: z.literal(1) }) },
        },
        bodyLimit: 8 * 1024 * 1024,
      },
      async ({ principal, params, body, words }) => {
        const item = await waitingItem(ctx, principal, params.id);
        const { number } = principal.workspace;
        const read = await readItems(ctx, number, [{ item, mended: body?.body }]);
        const [still] = read.stillAside;
        if (still?.code === 'set-aside.import-undone') throw importUndone();
        if (still !== undefined) {
          throw new ThroughlineError('set-aside.still-invalid', readReasons(still, words), {
            details: { reason: still.code },
          });
        }
        await keepReplayed(ctx, number, read, principal.actor.label);
        return { replayed: 1 as const };
      },
    );

    app.post(
      '/set-aside/:id/leave-out',
      {
        config: { access: 'admin' },
        schema: {
          params: idSchema,
          body: z.strictObject({ note }),
          response: { 200: z.object({ leftOut: z.number() }) },
        },
      },
      async ({ principal, params, body }) => {
        const { id } = await waitingItem(ctx, principal, params.id);
        const { number } = principal.workspace;
        const leftOut = await inWorkspace(ctx, number, async (client) => {
          await recordAudit(client, principal, ctx.clock(), { action: 'set-aside.left-out', target: id });
          return decideItems(client, number, [id], 'left-out', decisionOf(ctx, principal, body.note));
        });
        return { leftOut };
      },
    );
  };
}

async function waitingItem(ctx: AppContext, { workspace }: Principal, id: string): Promise<SetAsideItem> {
  const item = await inWorkspace(ctx, workspace.number, (client) => setAsideItem(client, workspace.number, id));
  if (item === undefined) throw new ThroughlineError('request.not-found', 'nothing with this id is set aside');
  if (item.status === 'waiting') return item;
  throw new ThroughlineError(
    'set-aside.decided',
    `this item was ${item.status === 'replayed' ? 'replayed' : 'left out'} already`,
  );
}

function decisionOf(ctx: AppContext, { actor }: Principal, text: string) {
  return { by: actor.label, at: new Date(ctx.clock()), note: text };
}

function describe(item: SetAsideItem, words: Words) {
  const { id, receivedAt, sourceName, line, messageId, code: why } = item;
  return {
    id,
    receivedAt: receivedAt.toISOString(),
    source: sourceName,
    line,
    messageId,
    code: why,
    reason: readReasons(item, words),
    body: textOfItem(item),
  };
}

function mendOf(why: string): string | null {
  return Object.hasOwn(setAsideReasons, why) ? setAsideReasons[why as keyof typeof setAsideReasons].mend : null;
}

function describePart({ suggestion, samples, ...part }: SetAsidePart, words: Words) {
  return {
    ...part,
    suggestion:
      suggestion === null
        ? null
        : {
            ...suggestion,
            why: copied(suggestion.why),
            sentence: copied(suggestion.sentence),
            label: copied(suggestion.label),
            answer: answerSchema.parse(suggestion.answer),
          },
    samples: samples.map(({ item, marks }) => ({ ...describe(item, words), marks: [...marks] })),
  };
}

const copied = ({ key, values }: Sentence) => ({ key, values: { ...values } });

const cursorOf = ({ receivedAt, id }: SetAsideItem): string => `${receivedAt.toISOString()}_${id}`;

function placeOf(cursor: string | undefined): SetAsidePlace {
  if (cursor === undefined) return beginning;
  const [receivedAt = '', id = ''] = cursor.split('_');
  const isPlace = !Number.isNaN(Date.parse(receivedAt)) && /^[0-9a-f-]{36}$/.test(id);
  if (!isPlace) throw new ThroughlineError('request.invalid', 'cursor: is not one that was given out');
  return { receivedAt, id };
}
