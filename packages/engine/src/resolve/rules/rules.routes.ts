import { parseRuleSet } from '@throughline/core/resolve/parse-rule-set';
import { ruleSetSchema } from '@throughline/core/resolve/rule-set';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { setRules, undoRules } from './change-rules.js';
import { changedSchema } from './changed-schema.js';
import { readRulesInForce } from './rules-in-force.js';

const rulesSchema = z.object({
  version: z.number(),
  document: ruleSetSchema,
  createdBy: z.string().nullable(),
  createdAt: z.string().nullable(),
  applying: z
    .object({
      version: z.number(),
      done: z.number().describe('Identifiers looked at so far.'),
      total: z.number().describe('0 until it begins.'),
    })
    .nullable()
    .describe('A newer version that is still coming into force.'),
});

/** The rules for joining. Every change is a new version; who is who is recomputed under it. */
export function rulesRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/rules',
      { config: { access: 'viewer' }, schema: { response: { 200: rulesSchema } } },
      ({ principal: { workspace } }) =>
        inWorkspace(ctx, workspace.number, (client) => readRulesInForce(client, workspace.number)),
    );

    app.put(
      '/rules',
      {
        config: { access: 'admin' },
        schema: { body: z.strictObject({ document: z.unknown() }), response: { 200: changedSchema } },
      },
      ({ principal, body }) => setRules(ctx, principal, parseRuleSet(body.document)),
    );

    app.post(
      '/rules/undo',
      { config: { access: 'admin' }, schema: { response: { 200: changedSchema } } },
      ({ principal }) => undoRules(ctx, principal),
    );
  };
}
