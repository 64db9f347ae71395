import { errorInWords } from '@throughline/core/errors/error-in-words';
import type { Words } from '@throughline/core/words/words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GovernContext } from '../../../http/govern-context.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { databaseKey, openPassword } from '../syncs/sealed-password.js';
import { wantedSync } from '../syncs/set-sync.js';
import { sealedPasswordOf } from '../syncs/sync.sql.js';
import { allowedTarget } from './allowed-target.js';
import { connectionSchema, tableNameSchema } from './database-connection.js';
import { databaseHostsRoutes } from './database-hosts.routes.js';
import { type DatabaseRead, DatabaseReads } from './database-reads.js';
import { refuseIdempotencyKey } from './refuse-idempotency-key.js';

const table = tableNameSchema.extend({
  kind: z.enum(['table', 'view']),
  rows: z.number().nullable().describe('By the database’s own statistics, which may be old; null if it has none.'),
});
const mostRows = 50_000_000;
const mostMegabytes = 20_000;
const mostMinutes = 120;
const limitsSchema = z.strictObject({
  rows: z.int().min(1).max(mostRows).default(mostRows),
  megabytes: z.int().min(1).max(mostMegabytes).default(mostMegabytes),
  minutes: z.int().min(1).max(mostMinutes).default(mostMinutes),
});
const readSchema = z.object({
  id: z.uuid(),
  state: z.enum(['reading', 'done', 'failed']),
  table: z.object({ schema: z.string().nullable(), name: z.string() }),
  rows: z.number(),
  bytes: z.number(),
  sync: z.uuid().nullable().describe('The table that is read again and again, if that was asked for: see `/syncs`.'),
  file: z.uuid().nullable().describe('The staged file it became: see `/imports/files/{id}`.'),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
});
const idSchema = z.object({ workspace: z.string(), id: z.uuid() });

/** Looks into a PostgreSQL, MariaDB or MySQL database and makes a table of it a staged file. */
export function databasesRoutes(ctx: GovernContext): FastifyPluginAsyncZod {
  const key = databaseKey(ctx.secret);
  return async (app) => {
    const reads = new DatabaseReads(ctx, key);
    app.addHook('onClose', () => reads.close());
    await app.register(databaseHostsRoutes(ctx, reads));

    app.post(
      '/databases/tables',
      {
        config: { access: 'admin' },
        preValidation: refuseIdempotencyKey,
        schema: {
          body: z.strictObject({ connection: connectionSchema }),
          response: { 200: z.object({ tables: z.array(table) }) },
        },
      },
      async ({ principal, body }, reply) => {
        const target = await allowedTarget(ctx, principal.workspace.number, body.connection);
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        return { tables: [...(await reads.tables(target, gone.signal))] };
      },
    );

    app.post(
      '/databases/reads',
      {
        config: { access: 'admin' },
        preValidation: refuseIdempotencyKey,
        schema: {
          body: z.strictObject({
            connection: connectionSchema,
            table: tableNameSchema,
            keep: z
              .boolean()
              .default(false)
              .describe('Store the password, sealed, and let the table be read again and again: see `/syncs`.'),
            limits: limitsSchema.prefault({}).describe('A table that is larger is not read at all.'),
          }),
          response: { 202: readSchema },
        },
      },
      async ({ principal, body, words }, reply) => {
        const target = await allowedTarget(ctx, principal.workspace.number, body.connection);
        const { rows, megabytes, minutes } = body.limits;
        const limits = { rows, bytes: megabytes * 1_000_000, ms: minutes * 60_000 };
        const kept = body.keep ? { sync: null } : undefined;
        return reply.code(202).send(described(reads.start(principal, target, body.table, limits, kept), words));
      },
    );

    app.post(
      '/syncs/:id/read',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 202: readSchema } } },
      async ({ principal, params, words }, reply) => {
        const { number } = principal.workspace;
        const { sync, sealed } = await inWorkspace(ctx, number, async (client) => ({
          sync: await wantedSync(client, number, params.id),
          sealed: await sealedPasswordOf(client, number, params.id),
        }));
        const connection = { ...sync.connection, password: openPassword(key, sealed) };
        const target = await allowedTarget(ctx, number, connection);
        const limits = { rows: mostRows, bytes: mostMegabytes * 1_000_000, ms: mostMinutes * 60_000 };
        const read = reads.start(principal, target, sync.table, limits, { sync: sync.id });
        return reply.code(202).send(described(read, words));
      },
    );

    app.get(
      '/databases/reads/:id',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 200: readSchema } } },
      async ({ principal, params, words }) => described(reads.find(principal.workspace.number, params.id), words),
    );

    app.delete(
      '/databases/reads/:id',
      { config: { access: 'admin' }, schema: { params: idSchema, response: { 204: z.null() } } },
      async ({ principal, params }, reply) => {
        reads.stop(principal.workspace.number, params.id);
        return reply.code(204).send(null);
      },
    );
  };
}

function described(read: DatabaseRead, { language }: Words): DatabaseRead {
  const { problem } = read;
  if (problem === null) return read;
  return { ...read, problem: { ...problem, detail: errorInWords(problem.code, problem.detail, language) } };
}
