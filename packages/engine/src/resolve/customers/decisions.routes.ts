import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { joinPersons, splitPerson, undoStoredMatch } from './decide-identity.js';
import { readIdentityFrame } from './identity-frame.js';
import { readJoinProposal } from './join-proposal.js';
import { identifierSchema, personParams } from './person-schema.js';
import { previewJoin } from './preview-join.js';
import { previewSplit } from './preview-split.js';
import { readSplitProposal } from './split-proposal.js';
import { wantedPerson } from './wanted-person.js';

const named = z.strictObject({ namespace: z.string().min(1).max(128), value: z.string().min(1).max(512) });
const pairSchema = z.strictObject({ a: named, b: named });
const decisionSchema = pairSchema.extend({ note: z.string().trim().max(2_000).optional() });

const partSchema = z.object({ identifiers: z.array(identifierSchema).readonly(), interactions: z.number() });
const previewSchema = z.object({
  before: z
    .array(partSchema)
    .readonly()
    .describe('Everybody whom it would change; of a split this person, of a join that of `a` first.'),
  after: z.array(partSchema).readonly(),
  sentence: z.string(),
});
const movedFields = {
  persons: z.array(z.uuid()).readonly().describe('Who the named identifiers are now.'),
  moved: z.object({ identifiers: z.number(), interactions: z.number() }),
  sentence: z.string(),
} as const;
const decidedSchema = z.object({ decision: z.uuid(), ...movedFields });

/** What people decide about who is who. All of it can be taken back. */
export function decisionsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  return async (app) => {
    app.post(
      '/customers/:id/split/preview',
      {
        config: { access: 'admin' },
        schema: { params: personParams, body: pairSchema, response: { 200: previewSchema } },
      },
      ({ principal: { workspace }, params, body, words }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const found = await wantedPerson(client, workspace.number, params.id);
          const frame = await readIdentityFrame(client, workspace.number, rules);
          const proposal = await readSplitProposal(client, workspace.number, frame, found, body);
          return previewSplit(client, workspace.number, frame, proposal, words);
        }),
    );

    app.post(
      '/customers/:id/split',
      {
        config: { access: 'admin' },
        schema: { params: personParams, body: decisionSchema, response: { 200: decidedSchema } },
      },
      ({ principal, params, body, words }) => splitPerson(ctx, rules, { ...principal, words }, params.id, body),
    );

    app.post(
      '/customers/join/preview',
      { config: { access: 'admin' }, schema: { body: pairSchema, response: { 200: previewSchema } } },
      ({ principal: { workspace }, body, words }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const frame = await readIdentityFrame(client, workspace.number, rules);
          const proposal = await readJoinProposal(client, workspace.number, frame, body, ctx.clock(), words);
          return previewJoin(client, workspace.number, frame, proposal, ctx.clock(), words);
        }),
    );

    app.post(
      '/customers/join',
      { config: { access: 'admin' }, schema: { body: decisionSchema, response: { 200: decidedSchema } } },
      ({ principal, body, words }) => joinPersons(ctx, rules, { ...principal, words }, body),
    );

    app.post(
      '/matches/:id/undo',
      {
        config: { access: 'admin' },
        schema: { params: personParams, response: { 200: z.object({ undone: z.literal(true), ...movedFields }) } },
      },
      async ({ principal, params, words }) => ({
        undone: true as const,
        ...(await undoStoredMatch(ctx, rules, { ...principal, words }, params.id)),
      }),
    );
  };
}
