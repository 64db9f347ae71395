import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { KeptAnswers } from '../../resolve/lag/kept-answers.js';
import { type StoredQuality, sourceIds, sourceQualitySql } from './source-quality.sql.js';

const dayMs = 24 * 3_600_000;
const days = 30;
const rhythmDays = 14;
/** Fewer parts of ten minutes say nothing of a rhythm. */
const fewestSlots = 20;

const itemSchema = z.object({
  source: z.uuid(),
  interactions: z.number(),
  machines: z.number(),
  staff: z.number(),
  tests: z.number(),
  usualDelayMs: z.number().nullable().describe('half of what is told live comes within this'),
  slowDelayMs: z.number().nullable().describe('95 of 100 come within this'),
  longestGapMs: z
    .number()
    .nullable()
    .describe('its longest silence in two weeks, if it sends often enough to have a rhythm'),
});
type Item = z.infer<typeof itemSchema>;

/** What sources' interactions of the last 30 days were like: how late, what was left out of figures, and the rhythm they come in. */
export function sourceQualityRoutes(ctx: AppContext): FastifyPluginAsyncZod {
  const kept = new KeptAnswers(ctx, 'source-quality/1', (client, workspace) => measure(ctx, client, workspace));
  return async (app) => {
    app.get(
      '/sources/quality',
      {
        config: { access: 'viewer' },
        schema: { response: { 200: z.object({ days: z.number(), items: z.array(itemSchema), asOf: z.string() }) } },
      },
      async ({ principal: { workspace } }) => {
        const { answer, asOf } = await kept.get(workspace.number);
        return { days, items: [...answer], asOf };
      },
    );
  };
}

async function measure(ctx: AppContext, client: ClientBase, workspace: number): Promise<readonly Item[]> {
  const tables = workspaceTables(workspace);
  const ago = (some: number) => new Date(ctx.clock() - some * dayMs).toISOString().replace('T', ' ').replace('Z', '');
  const answer = await ctx.analytics.client().query({
    query: sourceQualitySql(tables),
    query_params: { ...tables.parameters, since: ago(days), rhythmSince: ago(rhythmDays) },
    format: 'JSONEachRow',
  });
  const ids = await sourceIds(client, workspace);
  return (await answer.json<StoredQuality>()).flatMap((row) => {
    const source = ids.get(row.source);
    return source === undefined ? [] : [{ ...described(row), source }];
  });
}

function described({ interactions, machines, staff, tests, live, ...row }: StoredQuality): Omit<Item, 'source'> {
  return {
    ...{ interactions, machines, staff, tests },
    usualDelayMs: live === 0 ? null : row.usualDelayMs,
    slowDelayMs: live === 0 ? null : row.slowDelayMs,
    longestGapMs: row.slots < fewestSlots ? null : row.longestGapMs,
  };
}
