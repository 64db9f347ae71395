import { coverageOf } from '@throughline/core/resolve/who-knows-whom/coverage-of';
import type { KnownBy } from '@throughline/core/resolve/who-knows-whom/known-pattern';
import { personGapInWords, personGaps, personGapsOpening } from '@throughline/core/resolve/who-knows-whom/person-gaps';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readIdentityFrame } from '../customers/identity-frame.js';
import { type LoadedComponent, loadComponent } from '../customers/load-component.js';
import { Looks } from '../customers/looks.js';
import { personParams } from '../customers/person-schema.js';
import { wantedPerson } from '../customers/wanted-person.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import type { KeptPatterns } from './kept-patterns.js';

const gapsSchema = z.object({
  opening: z.string().describe('Empty where nothing is missing.'),
  gaps: z
    .array(z.object({ source: z.string(), sentence: z.string() }))
    .readonly()
    .describe(
      'Sources that know at least a quarter of all customers and not this person, the one that knows most first.',
    ),
  asOf: z.string(),
});

/** What is missing of a person: the sources that know many others. Looks are audited. */
export function personGapsRoutes(ctx: AppContext, patterns: KeptPatterns): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const looks = new Looks();
  return async (app) => {
    app.get(
      '/customers/:id/gaps',
      { config: { access: 'viewer' }, schema: { params: personParams, response: { 200: gapsSchema } } },
      async ({ principal, params, words }) => {
        const { number } = principal.workspace;
        const { answer, asOf } = await patterns.get(number);
        return inWorkspace(ctx, number, async (client) => {
          const { person, currentId } = await wantedPerson(client, number, params.id);
          const frame = await readIdentityFrame(client, number, rules);
          const known = knownOf(await loadComponent(client, number, frame, [person]), person);
          const isDurable = (namespace: string): boolean => frame.rules.isDurable({ namespace, value: '' });
          const customers = answer.reduce((sum, one) => sum + (one.recognised ? one.people : 0), 0);
          const isRecognised = known.some(({ namespace }) => isDurable(namespace));
          const gaps = isRecognised ? personGaps(known, coverageOf(answer, isDurable), customers, isDurable) : [];
          await looks.note(client, principal, currentId, ctx.clock());
          const wording = { words, nameOf: frame.sourceName };
          return {
            opening: personGapsOpening(gaps, wording),
            gaps: gaps.map((gap) => ({
              source: frame.sourceName(gap.source),
              sentence: personGapInWords(gap, customers, wording),
            })),
            asOf,
          };
        });
      },
    );
  };
}

/** What each source's messages name of the person; decisions of people are no source. */
function knownOf({ records, personOf }: LoadedComponent, person: number): readonly KnownBy[] {
  return records
    .filter(({ kind }) => kind === 'message' || kind === 'alias')
    .flatMap(({ source, nodes }) =>
      nodes.filter(({ node }) => personOf.get(node) === person).map(({ namespace }) => ({ source, namespace })),
    );
}
