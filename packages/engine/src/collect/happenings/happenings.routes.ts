import { reasonInWords } from '@throughline/core/collect/reason';
import {
  type HappeningRecord,
  happeningSorts,
  readHappening,
} from '@throughline/core/collect/records/happening-record';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Words } from '@throughline/core/words/words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import {
  type HappeningRow,
  listHappenings,
  lockHappening,
  putEntered,
  setRemoved,
  zoneOfWorkspace,
} from './happening.sql.js';

const text = z.string().trim().max(200);
const kind = z.enum(happeningSorts);
const bodySchema = z.strictObject({
  kind,
  what: text.min(1),
  from: z.string().max(40).describe('a day or a time; one without zone goes by the clock of the workspace'),
  until: z.string().max(40).nullable().optional().describe('a day that is named belongs to it'),
  location: text.optional(),
  knownFrom: text.optional().describe('where the knowledge comes from'),
});
const shownSchema = z.object({
  id: z.uuid(),
  kind,
  what: z.string(),
  location: z.string(),
  knownFrom: z.string(),
  from: z.string().describe('a day, or an instant'),
  until: z.string().nullable(),
  isNow: z.boolean(),
  source: z.string().nullable(),
  toldBy: z.string(),
  toldAt: z.string(),
});
const idSchema = z.object({ workspace: z.string(), id: z.uuid() });
const made = { 201: z.object({ id: z.uuid() }) } as const;
const mostShown = 500;

/** What went on and may explain what customers did: entered here, or told by sources. What a source told is not changed by hand. */
export function happeningsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/happenings',
      {
        config: { access: 'viewer' },
        schema: {
          querystring: z.object({
            from: z.iso.datetime({ offset: true }).optional(),
            to: z.iso.datetime({ offset: true }).optional(),
          }),
          response: { 200: z.object({ items: z.array(shownSchema), hasMore: z.boolean() }) },
        },
      },
      async ({ principal: { workspace }, query }) => {
        const [from, to] = [query.from, query.to].map((at) => (at === undefined ? null : new Date(at)));
        const rows = await inWorkspace(ctx, workspace.number, (client) =>
          listHappenings(client, workspace.number, { from: from ?? null, to: to ?? null, limit: mostShown + 1 }),
        );
        const now = ctx.clock();
        return { items: rows.slice(0, mostShown).map((row) => described(row, now)), hasMore: rows.length > mostShown };
      },
    );

    app.post(
      '/happenings',
      { config: { access: 'admin' }, schema: { body: bodySchema, response: made } },
      async ({ principal, body, words }, reply) => {
        const id = uuidV7(ctx.clock());
        await inWorkspace(ctx, principal.workspace.number, (client) =>
          enter(ctx, client, principal, { id, body, words }),
        );
        return reply.code(201).send({ id });
      },
    );

    app.put(
      '/happenings/:id',
      { config: { access: 'admin' }, schema: { params: idSchema, body: bodySchema, response: { 204: z.null() } } },
      async ({ principal, params, body, words }, reply) => {
        await inWorkspace(ctx, principal.workspace.number, async (client) => {
          const before = await wanted(client, principal, params.id);
          if (before.source !== null)
            throw new ThroughlineError(
              'happenings.told-by-source',
              `the source ${before.source} tells of this: correct it there, or take it off the list`,
            );
          await enter(ctx, client, principal, { id: params.id, body, words, before });
        });
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/happenings/:id',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 204: z.null() } } },
      async ({ principal, params }, reply) => {
        await inWorkspace(ctx, principal.workspace.number, async (client) => {
          const before = await wanted(client, principal, params.id);
          await setRemoved(client, principal.workspace.number, params.id, new Date(ctx.clock()));
          await recordAudit(client, principal, ctx.clock(), {
            action: 'happenings.removed',
            target: params.id,
            detail: { before },
          });
        });
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/happenings/:id/restore',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 204: z.null() } } },
      async ({ principal, params }, reply) => {
        await inWorkspace(ctx, principal.workspace.number, async (client) => {
          if (!(await setRemoved(client, principal.workspace.number, params.id, null))) throw noSuch();
          await recordAudit(client, principal, ctx.clock(), { action: 'happenings.restored', target: params.id });
        });
        return reply.code(204).send(null);
      },
    );
  };
}

interface Entry {
  readonly id: string;
  readonly body: z.infer<typeof bodySchema>;
  readonly words: Words;
  readonly before?: HappeningRow;
}

async function enter(
  ctx: AppContext,
  client: ClientBase,
  by: Principal,
  { id, body, words, before }: Entry,
): Promise<void> {
  const { number } = by.workspace;
  const now = ctx.clock();
  const record = recordOf(body, await zoneOfWorkspace(client, number), words);
  await putEntered(client, number, { id, record, by: by.actor.label, at: new Date(now) });
  const action = before === undefined ? 'happenings.entered' : 'happenings.changed';
  await recordAudit(client, by, now, { action, target: id, detail: { before, after: body } });
}

/** The body as a source would tell it, so that both are read alike. */
function recordOf({ from, ...body }: z.infer<typeof bodySchema>, zone: string, words: Words): HappeningRecord {
  const record = readHappening({ ...body, timestamp: from }, zone);
  if ('type' in record) throw new ThroughlineError('request.invalid', reasonInWords(record, words));
  return record;
}

async function wanted(client: ClientBase, { workspace }: Principal, id: string): Promise<HappeningRow> {
  const found = await lockHappening(client, workspace.number, id);
  if (found === undefined) throw noSuch();
  return found;
}

const noSuch = (): ThroughlineError => new ThroughlineError('request.not-found', 'there is no such happening');

function described(row: HappeningRow, nowMs: number) {
  const { id, what, location, knownFrom, source, toldBy } = row;
  return {
    id,
    kind: row.sort,
    what,
    location,
    knownFrom,
    from: row.startsOn ?? row.startsAt.toISOString(),
    until: row.endsOn ?? row.endsAt?.toISOString() ?? null,
    isNow: row.startsAt.getTime() <= nowMs && (row.endsAt === null || row.endsAt.getTime() > nowMs),
    source,
    toldBy,
    toldAt: row.toldAt.toISOString(),
  };
}
