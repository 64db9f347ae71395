import {
  type CoverageWording,
  coverageOpening,
  joiningFileInWords,
  missReason,
  pairInWords,
  systemInWords,
} from '@throughline/core/resolve/who-knows-whom/coverage-in-words';
import { coverageOf } from '@throughline/core/resolve/who-knows-whom/coverage-of';
import { joiningFile } from '@throughline/core/resolve/who-knows-whom/joining-file';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readIdentityFrame } from '../customers/identity-frame.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import type { KeptPatterns } from './kept-patterns.js';
import { coveredSources } from './known-patterns.sql.js';

const coverageSchema = z.object({
  opening: z.string(),
  joiningFile: z
    .object({
      from: z.uuid(),
      to: z.uuid(),
      kinds: z.array(z.string()).readonly().describe('Namespaces: one of either source.'),
      upTo: z.number().describe('At most so many people would be joined.'),
      sentence: z.string(),
    })
    .nullable()
    .describe('The list that would join most.'),
  systems: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        people: z.number().describe('Recognised customers that its messages name.'),
        visitors: z.number(),
        alone: z.number().describe('People known to no other source.'),
        brings: z.array(z.object({ namespace: z.string(), people: z.number() })).readonly(),
        sentence: z.string(),
      }),
    )
    .readonly()
    .describe('The one with most people known to nobody else first.'),
  pairs: z
    .array(
      z.object({
        from: z.uuid(),
        to: z.uuid(),
        people: z.number().describe('People in `from`.'),
        known: z.number().describe('Those of them known to `to`.'),
        linkable: z.number().describe('Not known to `to`, though they have an identifier of a kind it uses.'),
        reason: z.enum(['none', 'noCommonKind', 'notMet']),
        sentence: z.string(),
      }),
    )
    .readonly(),
  asOf: z.string(),
});

/** Who knows whom: for each two sources, how many people of one the other knows, and what would join the rest. */
export function coverageRoutes(ctx: AppContext, patterns: KeptPatterns): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  return async (app) => {
    app.get(
      '/coverage',
      { config: { access: 'viewer' }, schema: { response: { 200: coverageSchema } } },
      async ({ principal: { workspace }, words }) => {
        const { answer, asOf } = await patterns.get(workspace.number);
        return inWorkspace(ctx, workspace.number, async (client) => {
          const frame = await readIdentityFrame(client, workspace.number, rules);
          const sources = new Map((await coveredSources(client, workspace.number)).map((one) => [one.source, one]));
          const isDurable = (namespace: string): boolean => frame.rules.isDurable({ namespace, value: '' });
          const wording: CoverageWording = {
            words,
            nameOf: frame.sourceName,
            channelOf: (source) => sources.get(source)?.channel ?? '',
            isDurable,
          };
          const coverage = coverageOf(answer, isDurable);
          const file = joiningFile(coverage, isDurable);
          const id = (source: number): string => sources.get(source)?.id ?? '';
          return {
            opening: coverageOpening(coverage, wording),
            joiningFile:
              file === undefined
                ? null
                : { ...file, from: id(file.from), to: id(file.to), sentence: joiningFileInWords(file, words) },
            systems: coverage.systems.map(({ source, ...system }) => ({
              ...system,
              id: id(source),
              name: frame.sourceName(source),
              sentence: systemInWords({ source, ...system }, wording),
            })),
            pairs: coverage.pairs.map((pair) => ({
              ...pair,
              from: id(pair.from),
              to: id(pair.to),
              reason: missReason(pair),
              sentence: pairInWords(pair, coverage, wording),
            })),
            asOf,
          };
        });
      },
    );
  };
}
