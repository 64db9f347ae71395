import { theirEyes } from '@throughline/core/understand/through-their-eyes/their-eyes';
import {
  theirEyesInWords,
  theirEyesOpening,
} from '@throughline/core/understand/through-their-eyes/their-eyes-in-words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { readIdentityFrame } from '../../resolve/customers/identity-frame.js';
import { Looks } from '../../resolve/customers/looks.js';
import { personParams } from '../../resolve/customers/person-schema.js';
import { wantedPerson } from '../../resolve/customers/wanted-person.js';
import { JoinRulesByVersion } from '../../resolve/rules/join-rules-by-version.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readTheirEyes } from './read-their-eyes.js';
import { keptToldKinds } from './told-kinds.js';

const theirEyesSchema = z.object({
  opening: z.string(),
  facts: z
    .array(
      z.object({
        id: z.enum(['sent', 'did', 'repeated', 'waited']),
        title: z.string(),
        sentence: z.string().describe('Says so where it cannot be told.'),
        definition: z.string().describe('What exactly is counted.'),
        rows: z
          .array(z.object({ label: z.string(), last30: z.number(), last90: z.number() }))
          .readonly()
          .describe('By channel, in the last 30 and the last 90 days.'),
      }),
    )
    .readonly(),
});

/** Our dealings with a person as they lived them: what we sent, what they had to do, how often again, how long they waited. Looks are audited. */
export function theirEyesRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const looks = new Looks();
  const toldKinds = keptToldKinds(ctx);
  return async (app) => {
    app.get(
      '/customers/:id/through-their-eyes',
      { config: { access: 'viewer' }, schema: { params: personParams, response: { 200: theirEyesSchema } } },
      async ({ principal, params, words }) => {
        const { number } = principal.workspace;
        const { answer: told } = await toldKinds.get(number);
        return inWorkspace(ctx, number, async (client) => {
          const { person, currentId } = await wantedPerson(client, number, params.id);
          const { zone } = await readIdentityFrame(client, number, rules);
          const now = ctx.clock();
          const eyes = theirEyes(await readTheirEyes(ctx.analytics, client, number, person, told, now));
          await looks.note(client, principal, currentId, now);
          const wording = { words, zone, now };
          return { opening: theirEyesOpening(eyes, wording), facts: theirEyesInWords(eyes, wording) };
        });
      },
    );
  };
}
