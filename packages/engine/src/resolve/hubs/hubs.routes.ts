import { withHubDecision } from '@throughline/core/resolve/hub-decision';
import { identifierInWords } from '@throughline/core/resolve/identifier-in-words';
import { normaliseIdentifier } from '@throughline/core/resolve/normalise-identifier';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { readIdentityFrame } from '../customers/identity-frame.js';
import { changeRules } from '../rules/change-rules.js';
import { changedSchema } from '../rules/changed-schema.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { peopleOfHub } from './hubs.sql.js';
import { listRefused } from './list-refused.js';
import { listHubs } from './read-hubs.js';

const named = { namespace: z.string().min(1).max(128), value: z.string().min(1).max(512) } as const;
const hubsSchema = z.object({
  opening: z.string(),
  count: z.number(),
  hubs: z
    .array(
      z.object({
        ...named,
        id: z.uuid(),
        people: z.number().describe('Whom it would join if it were no hub.'),
        interactions: z.number().describe('Recorded under it alone.'),
        firstAt: z.string().nullable(),
        lastAt: z.string().nullable(),
        sentence: z.string(),
      }),
    )
    .readonly()
    .describe('At most 200, those with most people first.'),
  decided: z.array(z.object({ ...named, decision: z.enum(['one-person', 'leave-out']) })).readonly(),
});
const peopleSchema = z.object({
  people: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), at: z.string() })).readonly(),
});
const sideSchema = z.object({ ...named, person: z.uuid(), name: z.string().nullable() });
const refusedSchema = z.object({
  opening: z.string(),
  reasons: z.array(z.object({ because: z.string(), joins: z.number() })).readonly(),
  items: z
    .array(
      z.object({
        match: z.uuid(),
        at: z.string(),
        source: z.string(),
        a: sideSchema,
        b: sideSchema,
        because: z.string(),
      }),
    )
    .readonly(),
  next: z.string().nullable(),
});

const mostPeople = 50;

/** As the catalogue has them. */
const decisionWord = { 'one-person': 'onePerson', 'leave-out': 'leaveOut', detect: 'detect' } as const;

/** Identifiers that join nobody since too many people have them, what people decide about those, and all other joins that were refused. */
export function hubsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  return async (app) => {
    app.get(
      '/hubs',
      { config: { access: 'viewer' }, schema: { response: { 200: hubsSchema } } },
      ({ principal: { workspace }, words }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const frame = await readIdentityFrame(client, workspace.number, rules);
          const list = await listHubs(client, workspace.number, frame, words);
          return { opening: words.say('resolve.hub.opening', { hubs: list.count }), ...list };
        }),
    );

    app.get(
      '/hubs/people',
      {
        config: { access: 'viewer' },
        schema: { querystring: z.strictObject(named), response: { 200: peopleSchema } },
      },
      ({ principal: { workspace }, query }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const people = await peopleOfHub(client, workspace.number, query, mostPeople);
          return { people: people.map(({ at, ...person }) => ({ ...person, at: at.toISOString() })) };
        }),
    );

    app.post(
      '/hubs/decide',
      {
        config: { access: 'admin' },
        schema: {
          body: z.strictObject({
            ...named,
            decision: z
              .enum(['one-person', 'leave-out', 'detect'])
              .describe(
                'It is one person’s own; it never joins; or what it is seen with decides, as if nobody had said anything.',
              ),
          }),
          response: { 200: changedSchema.extend({ sentence: z.string() }) },
        },
      },
      async ({ principal, body: { decision, ...given }, words }) => {
        const normalised = normaliseIdentifier(given);
        const identifier = normalised.type === 'identifier' ? normalised.identifier : given;
        const changed = await changeRules(ctx, principal, 'hubs.decided', (ruleSet) =>
          withHubDecision(ruleSet, identifier, decision),
        );
        const thing = identifierInWords(identifier.namespace, words);
        return {
          ...changed,
          sentence: words.say('resolve.hub.decided', {
            decision: decisionWord[decision],
            thing,
            value: identifier.value,
          }),
        };
      },
    );

    app.get(
      '/refused-joins',
      {
        config: { access: 'viewer' },
        schema: {
          querystring: z.strictObject({
            cursor: z.string().max(100).optional(),
            limit: z.coerce.number().int().min(1).max(500).default(50),
          }),
          response: { 200: refusedSchema },
        },
      },
      ({ principal: { workspace }, query: { cursor, limit }, words }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const frame = await readIdentityFrame(client, workspace.number, rules);
          return listRefused(client, workspace.number, frame, { cursor, limit }, words);
        }),
    );
  };
}
