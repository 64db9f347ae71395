import { errorInWords } from '@throughline/core/errors/error-in-words';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Words } from '@throughline/core/words/words';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../../http/app-context.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { allowedAddress } from './allowed-address.js';
import { connectionSchema, type DatabaseConnection, tableNameSchema } from './database-connection.js';
import { findDatabaseHost } from './database-host.sql.js';
import { databaseHostsRoutes } from './database-hosts.routes.js';
import type { Target } from './database-job.js';
import { type DatabaseRead, DatabaseReads } from './database-reads.js';
import { hostNotAllowed } from './host-not-allowed.js';

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
  file: z.uuid().nullable().describe('The staged file it became: see `/imports/files/{id}`.'),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
});
const idSchema = z.object({ workspace: z.string(), id: z.uuid() });

/** Looks into a PostgreSQL, MariaDB or MySQL database and makes a table of it a staged file. */
export function databasesRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    const reads = new DatabaseReads(ctx);
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
            limits: limitsSchema.prefault({}).describe('A table that is larger is not read at all.'),
          }),
          response: { 202: readSchema },
        },
      },
      async ({ principal, body, words }, reply) => {
        const target = await allowedTarget(ctx, principal.workspace.number, body.connection);
        const { rows, megabytes, minutes } = body.limits;
        const limits = { rows, bytes: megabytes * 1_000_000, ms: minutes * 60_000 };
        return reply.code(202).send(described(reads.start(principal, target, body.table, limits), words));
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

/** With the key a fingerprint of the whole request would be stored, and with it one of the password. */
async function refuseIdempotencyKey(request: FastifyRequest): Promise<void> {
  if (request.headers['idempotency-key'] === undefined) return;
  throw new ThroughlineError(
    'request.invalid',
    'Idempotency-Key: nothing of this request is stored, since it may hold a password; send it without',
  );
}

async function allowedTarget(ctx: AppContext, workspace: number, connection: DatabaseConnection): Promise<Target> {
  if (connection.checksCertificate && connection.kind === 'mariadb') {
    throw new ThroughlineError('request.invalid', 'checksCertificate: can be asked of PostgreSQL only');
  }
  const allowed = await inWorkspace(ctx, workspace, (client) => findDatabaseHost(client, workspace, connection));
  if (allowed === undefined) throw hostNotAllowed();
  return { ...connection, address: await allowedAddress(connection.host) };
}
