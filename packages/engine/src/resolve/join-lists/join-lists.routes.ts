import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { resolvedOffset } from '../commands/resolved-offset.sql.js';
import { readIdentityFrame } from '../customers/identity-frame.js';
import { personParams } from '../customers/person-schema.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { applyJoinList, undoJoinList } from './apply-join-list.js';
import { describeJoinList, describePreview, joinListSchema, previewSchema } from './describe-list.js';
import { readJoinLists } from './join-list.sql.js';
import { judgedList } from './judged-list.js';

const text = z.string().min(1).max(2_000_000).describe('CSV: identifier, identifier, reason.');
const bodyLimit = 4 * 1024 * 1024;

/** Files of pairs that are one person each: looked at first, then decided in the background, and taken back as one. */
export function joinListsRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const rules = new JoinRulesByVersion();
  return async (app) => {
    app.post(
      '/join-lists/preview',
      {
        bodyLimit,
        config: { access: 'admin' },
        schema: { body: z.strictObject({ text }), response: { 200: previewSchema } },
      },
      ({ principal: { workspace }, body, words }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const frame = await readIdentityFrame(client, workspace.number, rules);
          const judged = await judgedList(client, workspace.number, frame, body.text, ctx.clock());
          return describePreview(judged, frame, words);
        }),
    );

    app.post(
      '/join-lists',
      {
        bodyLimit,
        config: { access: 'admin' },
        schema: {
          body: z.strictObject({ name: z.string().trim().min(1).max(200), text }),
          response: { 202: joinListSchema },
        },
      },
      async ({ principal, body }, reply) => {
        const id = await applyJoinList(ctx, rules, principal, body);
        return reply.code(202).send(await wanted(principal.workspace.number, id));
      },
    );

    app.get(
      '/join-lists',
      {
        config: { access: 'viewer' },
        schema: { response: { 200: z.object({ items: z.array(joinListSchema).describe('The newest twenty.') }) } },
      },
      ({ principal: { workspace } }) =>
        inWorkspace(ctx, workspace.number, async (client) => {
          const resolved = await resolvedOffset(client, workspace.number);
          return { items: (await readJoinLists(client, workspace.number, resolved)).map(describeJoinList) };
        }),
    );

    app.get(
      '/join-lists/:id',
      { config: { access: 'viewer' }, schema: { params: personParams, response: { 200: joinListSchema } } },
      ({ principal, params }) => wanted(principal.workspace.number, params.id),
    );

    app.post(
      '/join-lists/:id/undo',
      { config: { access: 'admin' }, schema: { params: personParams, response: { 202: joinListSchema } } },
      async ({ principal, params }, reply) => {
        await undoJoinList(ctx, principal, params.id);
        return reply.code(202).send(await wanted(principal.workspace.number, params.id));
      },
    );
  };

  async function wanted(workspace: number, id: string): Promise<z.infer<typeof joinListSchema>> {
    const [found] = await inWorkspace(ctx, workspace, async (client) =>
      readJoinLists(client, workspace, await resolvedOffset(client, workspace), id),
    );
    if (found === undefined) throw new ThroughlineError('request.not-found', 'there is no such list');
    return describeJoinList(found);
  }
}
