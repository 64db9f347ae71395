import { lifecycleStage } from '@throughline/core/understand/lifecycle/lifecycle-stage';
import { stageInWords } from '@throughline/core/understand/lifecycle/stage-in-words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { readIdentityFrame } from '../../resolve/customers/identity-frame.js';
import { Looks } from '../../resolve/customers/looks.js';
import { personParams } from '../../resolve/customers/person-schema.js';
import { wantedPerson } from '../../resolve/customers/wanted-person.js';
import { JoinRulesByVersion } from '../../resolve/rules/join-rules-by-version.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { keptUsualGap } from './kept-usual-gap.js';
import { readStageFacts } from './read-stage-facts.js';

const stageSchema = z.object({
  stage: z
    .enum(['branding', 'acquisition', 'conversion', 'retention', 'win-back'])
    .nullable()
    .describe('Null if it cannot be told.'),
  name: z.string(),
  how: z.string().describe('How it was decided, or why it cannot be told.'),
});

/** Where a person stands: one stage, decided by rule. Looks are audited. */
export function stageRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const looks = new Looks();
  const usualGap = keptUsualGap(ctx);
  return async (app) => {
    app.get(
      '/customers/:id/stage',
      { config: { access: 'viewer' }, schema: { params: personParams, response: { 200: stageSchema } } },
      async ({ principal, params, words }) => {
        const { number } = principal.workspace;
        const { answer: usual } = await usualGap.get(number);
        return inWorkspace(ctx, number, async (client) => {
          const { person, currentId } = await wantedPerson(client, number, params.id);
          const { zone } = await readIdentityFrame(client, number, rules);
          const now = ctx.clock();
          const facts = await readStageFacts(ctx.analytics, client, number, person, usual, now);
          await looks.note(client, principal, currentId, now);
          const decided = lifecycleStage(facts);
          return { stage: decided.stage, ...stageInWords(decided, facts, { words, zone, now }) };
        });
      },
    );
  };
}
