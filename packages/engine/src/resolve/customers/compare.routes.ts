import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { comparePersons } from './compare-persons.js';
import { readIdentityFrame } from './identity-frame.js';
import { Looks } from './looks.js';
import { comparisonSchema, personParams } from './person-schema.js';
import { wantedPerson } from './wanted-person.js';

/** Two persons side by side. A look at each is audited. */
export function compareRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const looks = new Looks();
  return async (app) => {
    app.get(
      '/customers/:id/compare/:other',
      {
        config: { access: 'viewer' },
        schema: { params: personParams.extend({ other: z.uuid() }), response: { 200: comparisonSchema } },
      },
      ({ principal, params: { id, other }, words }) =>
        inWorkspace(ctx, principal.workspace.number, async (client) => {
          const { number } = principal.workspace;
          const first = { ...(await wantedPerson(client, number, id)), id };
          const second = { ...(await wantedPerson(client, number, other)), id: other };
          const frame = await readIdentityFrame(client, number, rules);
          const answer = await comparePersons(client, number, frame, [first, second], ctx.clock(), words);
          for (const { currentId } of [first, second]) await looks.note(client, principal, currentId, ctx.clock());
          return answer;
        }),
    );
  };
}
