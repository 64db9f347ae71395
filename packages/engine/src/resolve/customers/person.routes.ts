import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { Principal } from '../../govern/principal.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { explainedPerson } from './explained-person.js';
import { type IdentityFrame, readIdentityFrame } from './identity-frame.js';
import { listJoins } from './list-joins.js';
import { loadComponent } from './load-component.js';
import { Looks } from './looks.js';
import { pageOfInteractions } from './page-of-interactions.js';
import { notePersonOpened } from './people-at-hand.js';
import type { FoundPerson } from './person.sql.js';
import { interactionsSchema, joinsSchema, personParams, personSchema } from './person-schema.js';
import { readPerson } from './read-person.js';
import { wantedPerson } from './wanted-person.js';

const pageSchema = z.object({
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  channel: z.string().max(100).optional(),
});

/** One person, by any id the person ever had: what we know, everything that happened, and why this is one person. Looks are audited. */
export function personRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const looks = new Looks();

  function look<T>(
    by: Principal,
    id: string,
    read: (client: PoolClient, frame: IdentityFrame, found: FoundPerson) => Promise<T>,
  ): Promise<T> {
    const { number } = by.workspace;
    return inWorkspace(ctx, number, async (client) => {
      const found = await wantedPerson(client, number, id);
      const frame = await readIdentityFrame(client, number, rules);
      const answer = await read(client, frame, found);
      await looks.note(client, by, found.currentId, ctx.clock());
      return answer;
    });
  }

  return async (app) => {
    app.get(
      '/customers/:id',
      { config: { access: 'viewer' }, schema: { params: personParams, response: { 200: personSchema } } },
      ({ principal, params: { id }, words }) =>
        look(principal, id, async (client, frame, found) => {
          await notePersonOpened(client, principal, found.currentId, ctx.clock());
          return readPerson(client, principal.workspace.number, frame, { ...found, id }, ctx.clock(), words);
        }),
    );

    app.get(
      '/customers/:id/interactions',
      {
        config: { access: 'viewer' },
        schema: { params: personParams, querystring: pageSchema, response: { 200: interactionsSchema } },
      },
      ({ principal, params, query: { cursor, channel, limit } }) =>
        look(principal, params.id, (client, frame, { person }) =>
          pageOfInteractions(ctx, client, principal.workspace.number, frame, { person, cursor, channel, limit }),
        ),
    );

    app.get(
      '/customers/:id/explain',
      { config: { access: 'viewer' }, schema: { params: personParams, response: { 200: joinsSchema } } },
      ({ principal, params, words }) =>
        look(principal, params.id, async (client, frame, { person }) => {
          const component = await loadComponent(client, principal.workspace.number, frame, [person]);
          const wording = { words, sourceName: frame.sourceName, zone: frame.zone, now: ctx.clock() };
          return listJoins(explainedPerson(component, person, frame, wording), wording);
        }),
    );
  };
}
