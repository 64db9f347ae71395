import { findingIds } from '@throughline/core/understand/findings/finding';
import {
  findingInWords,
  findingsOpening,
  uncertaintyInWords,
} from '@throughline/core/understand/findings/finding-in-words';
import { nextToAddInWords } from '@throughline/core/understand/findings/next-to-add';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { readIdentityFrame } from '../../resolve/customers/identity-frame.js';
import { summariesOf } from '../../resolve/customers/list-customers.js';
import { identifierSchema } from '../../resolve/customers/person-schema.js';
import { KeptAnswers } from '../../resolve/lag/kept-answers.js';
import { JoinRulesByVersion } from '../../resolve/rules/join-rules-by-version.js';
import type { KeptPatterns } from '../../resolve/who-knows-whom/kept-patterns.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { measureFindings } from './measure-findings.js';

const findingsSchema = z.object({
  opening: z.string(),
  findings: z
    .array(
      z.object({
        id: z.enum(findingIds),
        state: z
          .enum(['found', 'nothing', 'too-early', 'not-asked'])
          .describe(
            '`nothing`: chance could explain it. `too-early`: too few people. `not-asked`: the data do not hold it.',
          ),
        sentence: z.string(),
        uncertainty: z.string().describe('How sure it is, and what is ordinary; empty if there is nothing to add.'),
        people: z.number(),
        of: z.number(),
        share: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
        ordinary: z.number().nullable(),
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
          .describe('At most ten people of whom it is true, most recently so first.'),
      }),
    )
    .readonly()
    .describe('What was found comes first.'),
  next: z.string().nullable().describe('The next best thing to add.'),
  asOf: z.string(),
});

const rank = ['found', 'too-early', 'nothing', 'not-asked'] as const;

/** First findings, by rule, from whatever the workspace holds. */
export function findingsRoutes(ctx: AppContext, patterns: KeptPatterns): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  const measured = new KeptAnswers(ctx, 'findings/2', async (client, workspace) => {
    const known = patterns.getNewest(workspace).then(({ answer }) => answer);
    known.catch(() => undefined);
    const frame = await readIdentityFrame(client, workspace, rules);
    return measureFindings(ctx.analytics, client, workspace, frame, known);
  });
  return async (app) => {
    app.get(
      '/findings',
      { config: { access: 'viewer' }, schema: { response: { 200: findingsSchema } } },
      async ({ principal: { workspace }, words }) => {
        const { answer, asOf } = await measured.get(workspace.number);
        const ordered = [...answer.findings].sort((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state));
        return inWorkspace(ctx, workspace.number, async (client) => {
          const frame = await readIdentityFrame(client, workspace.number, rules);
          const findings = [];
          for (const { look, ...finding } of ordered) {
            const people = finding.state === 'found' ? await summariesOf(client, workspace.number, frame, look) : [];
            findings.push({
              ...{ id: finding.id, state: finding.state, people: finding.people, of: finding.of },
              ...{ share: finding.share, ordinary: finding.ordinary },
              sentence: findingInWords(finding, words),
              uncertainty: uncertaintyInWords(finding, words),
              look: people.map(({ id, name, recognised, identifiers }) => ({ id, name, recognised, identifiers })),
            });
          }
          const { next, joiningFile } = answer;
          return {
            opening: findingsOpening(ordered, words),
            findings,
            next: next === null ? null : nextToAddInWords(next, joiningFile, words),
            asOf,
          };
        });
      },
    );
  };
}
