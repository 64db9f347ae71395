import { personStory } from '@throughline/core/understand/story/person-story';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { readIdentityFrame } from '../../resolve/customers/identity-frame.js';
import { Looks } from '../../resolve/customers/looks.js';
import { personParams } from '../../resolve/customers/person-schema.js';
import { wantedPerson } from '../../resolve/customers/wanted-person.js';
import { JoinRulesByVersion } from '../../resolve/rules/join-rules-by-version.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readStory } from './read-story.js';

const storySchema = z.object({
  lines: z.array(z.string()).readonly().describe('At most four, the most pressing first; they follow the opening.'),
});

/** A person's story in a few lines, made by rule. Looks are audited. */
export function storyRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const looks = new Looks();
  return async (app) => {
    app.get(
      '/customers/:id/story',
      { config: { access: 'viewer' }, schema: { params: personParams, response: { 200: storySchema } } },
      ({ principal, params, words }) =>
        inWorkspace(ctx, principal.workspace.number, async (client) => {
          const { number } = principal.workspace;
          const { person, currentId } = await wantedPerson(client, number, params.id);
          const { zone } = await readIdentityFrame(client, number, rules);
          const facts = await readStory(ctx.analytics, client, number, person, ctx.clock());
          await looks.note(client, principal, currentId, ctx.clock());
          return { lines: personStory(facts, { words, zone, now: ctx.clock() }) };
        }),
    );
  };
}
