import type { AppContext } from '../../http/app-context.js';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { KeptAnswers } from '../../resolve/lag/kept-answers.js';
import { allPersons } from '../findings/all-persons.js';
import { fewestGaps } from '../findings/ask-questions.js';
import { sourcesOfKindSql, usualGapSql } from '../findings/findings.sql.js';
import { periodOf, type SourceOfKind } from '../findings/period-of.js';
import { completeUntil } from '../findings/persons.sql.js';
import { keysByKind } from '../kinds/keys-by-kind.js';

const dayMs = 86_400_000;

/** The gap between purchases that nine of ten do not exceed, and until when purchases are told; null if there are too few to tell. */
export interface UsualGap {
  readonly days: number | null;
  readonly until: number | null;
}

/** Asked once for all persons. */
export function keptUsualGap(ctx: AppContext): KeptAnswers<UsualGap> {
  return new KeptAnswers(ctx, 'usual-gap/1', async (client, workspace) => {
    const buy = (await keysByKind(ctx.analytics, client, workspace)).get('buy') ?? [];
    if (buy.length === 0) return { days: null, until: null };
    const tables = workspaceTables(workspace);
    const ask = async <T>(query: string): Promise<readonly T[]> => {
      const query_params = { ...tables.parameters };
      const settings = { clickhouse_settings: allPersons, format: 'JSONEachRow' } as const;
      return (await ctx.analytics.client().query({ query, query_params, ...settings })).json<T>();
    };
    const period = periodOf(
      await ask<SourceOfKind>(sourcesOfKindSql(tables, buy)),
      await completeUntil(client, workspace),
    );
    if (period === undefined) return { days: null, until: null };
    const keys = { buy, contact: [], complaint: [], solved: [], told: [] };
    const [usual] = await ask<{ gaps: number; days: number }>(usualGapSql(tables, keys, Math.floor(period.to / dayMs)));
    return { days: usual === undefined || usual.gaps < fewestGaps ? null : usual.days, until: period.to };
  });
}
