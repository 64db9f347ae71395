import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../../../govern/audit/record-audit.js';
import type { AppContext } from '../../../http/app-context.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../../store/uuid-v7.js';
import { hostSchema, portSchema } from './database-connection.js';
import {
  type DatabaseHost,
  deleteDatabaseHost,
  findDatabaseHost,
  insertDatabaseHost,
  listDatabaseHosts,
} from './database-host.sql.js';
import type { DatabaseReads } from './database-reads.js';

const shown = z.object({
  id: z.uuid(),
  host: z.string(),
  port: z.number(),
  addedBy: z.string(),
  addedAt: z.string(),
  reading: z.number().describe('How many tables are being read from it right now.'),
});

/** The database servers a workspace may read from; none until an admin names one. Removing one ends what is read from it. */
export function databaseHostsRoutes(ctx: AppContext, reads: DatabaseReads): FastifyPluginAsyncZod {
  const described = (workspace: number, { id, host, port, addedBy, addedAt }: DatabaseHost) => ({
    ...{ id, host, port, addedBy, addedAt: addedAt.toISOString() },
    reading: reads.countFrom(workspace, { host, port }) + ctx.syncs.countFrom(workspace, { host, port }),
  });
  return async (app) => {
    app.get(
      '/databases/hosts',
      { config: { access: 'admin' }, schema: { response: { 200: z.object({ items: z.array(shown) }) } } },
      async ({ principal }) => {
        const { number } = principal.workspace;
        const hosts = await inWorkspace(ctx, number, (client) => listDatabaseHosts(client, number));
        return { items: hosts.map((host) => described(number, host)) };
      },
    );

    app.post(
      '/databases/hosts',
      {
        config: { access: 'admin' },
        schema: { body: z.strictObject({ host: hostSchema, port: portSchema }), response: { 201: shown } },
      },
      async ({ principal, body }, reply) => {
        const { number } = principal.workspace;
        const nowMs = ctx.clock();
        const row = { ...body, id: uuidV7(nowMs), addedBy: principal.actor.label, addedAt: new Date(nowMs) };
        const host = await inWorkspace(ctx, number, async (client) => {
          if (await insertDatabaseHost(client, number, row)) {
            await recordAudit(client, principal, nowMs, {
              action: 'databases.host-allowed',
              target: row.id,
              detail: { after: body },
            });
            return row;
          }
          return (await findDatabaseHost(client, number, body)) ?? row;
        });
        return reply.code(201).send(described(number, host));
      },
    );

    app.delete(
      '/databases/hosts/:id',
      {
        config: { access: 'admin' },
        schema: { params: z.object({ workspace: z.string(), id: z.uuid() }), response: { 204: z.null() } },
      },
      async ({ principal, params }, reply) => {
        const { number } = principal.workspace;
        const removed = await inWorkspace(ctx, number, async (client) => {
          const gone = await deleteDatabaseHost(client, number, params.id);
          if (gone === undefined)
            throw new ThroughlineError('request.not-found', 'this host is not among those that are allowed');
          await recordAudit(client, principal, ctx.clock(), {
            action: 'databases.host-removed',
            target: gone.id,
            detail: { before: { host: gone.host, port: gone.port } },
          });
          return gone;
        });
        reads.stopFrom(number, removed);
        ctx.syncs.stopFrom(number, removed);
        return reply.code(204).send(null);
      },
    );
  };
}
