import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { readIdentityFrame } from './identity-frame.js';
import { changePersonAtHand, readPeopleAtHand } from './people-at-hand.js';
import { personParams } from './person-schema.js';
import { personSummarySchema } from './person-summary-schema.js';
import { wantedPerson } from './wanted-person.js';

const atHandSchema = z.object({
  saved: z.array(personSummarySchema).readonly().describe('The last saved first.'),
  recent: z.array(personSummarySchema).readonly().describe('The last opened first, at most twelve.'),
});
const changeSchema = z.strictObject({
  saved: z.boolean().optional(),
  recent: z.literal(false).optional().describe('Takes the person off those opened lately.'),
});

/** People whom the caller saved or opened lately; nobody else sees them. */
export function peopleAtHandRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  return async (app) => {
    app.get(
      '/customers/at-hand',
      { config: { access: 'viewer' }, schema: { response: { 200: atHandSchema } } },
      ({ principal }) =>
        inWorkspace(ctx, principal.workspace.number, async (client) =>
          readPeopleAtHand(client, principal, await readIdentityFrame(client, principal.workspace.number, rules)),
        ),
    );

    app.patch(
      '/customers/:id/at-hand',
      {
        config: { access: 'viewer' },
        schema: { params: personParams, body: changeSchema, response: { 200: atHandSchema } },
      },
      ({ principal, params, body }) =>
        inWorkspace(ctx, principal.workspace.number, async (client) => {
          const { number } = principal.workspace;
          await changePersonAtHand(client, principal, await wantedPerson(client, number, params.id), body, ctx.clock());
          return readPeopleAtHand(client, principal, await readIdentityFrame(client, number, rules));
        }),
    );
  };
}
