import { conditionInWords } from '@throughline/core/understand/segments/condition-in-words';
import { parseCondition } from '@throughline/core/understand/segments/parse-condition';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listSources } from '../../collect/sources/source.sql.js';
import type { AppContext } from '../../http/app-context.js';
import { readIdentityFrame } from '../../resolve/customers/identity-frame.js';
import { summariesOf } from '../../resolve/customers/list-customers.js';
import { identifierSchema } from '../../resolve/customers/person-schema.js';
import { JoinRulesByVersion } from '../../resolve/rules/join-rules-by-version.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { countCondition } from './count-condition.js';

const countSchema = z.object({
  sentence: z.string().describe('The condition as it was understood.'),
  customers: z.number(),
  visitors: z.number().describe('Unrecognised; never added to the customers.'),
  asOf: z.string().describe('Everything received before this instant is counted.'),
  look: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string().nullable(),
        recognised: z.boolean(),
        identifiers: z.array(identifierSchema).readonly(),
      }),
    )
    .readonly()
    .describe('At most five of the customers, or of the visitors if there are none.'),
});

/** Who a condition means. Nothing is kept of the question. */
export function segmentsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  return async (app) => {
    app.post(
      '/segments/count',
      {
        config: { access: 'viewer' },
        schema: {
          body: z.object({ condition: z.unknown().describe('The language of conditions: docs/segments.md.') }),
          response: { 200: countSchema },
        },
      },
      ({ principal: { workspace }, body, words }) => {
        const condition = parseCondition(body.condition);
        return inWorkspace(ctx, workspace.number, async (client) => {
          const { number } = workspace;
          const counted = await countCondition(ctx.analytics, client, number, condition, ctx.clock());
          const frame = await readIdentityFrame(client, number, rules);
          const names = new Map((await listSources(client, number)).map(({ id, name }) => [id, name]));
          const people = await summariesOf(client, number, frame, counted.look);
          return {
            sentence: conditionInWords(condition, {
              ...{ words, zone: frame.zone, now: ctx.clock() },
              ...{ sourceName: (id: string) => names.get(id) ?? id, segmentName: (id: string) => id },
            }),
            ...{ customers: counted.customers, visitors: counted.visitors },
            asOf: new Date(counted.asOfMs).toISOString(),
            look: people.map(({ id, name, recognised, identifiers }) => ({ id, name, recognised, identifiers })),
          };
        });
      },
    );
  };
}
