import type { AppContext } from '../../http/app-context.js';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { KeptAnswers } from '../../resolve/lag/kept-answers.js';
import { type Period, sourcesOfKindSql } from '../findings/findings.sql.js';
import { periodOf, type SourceOfKind } from '../findings/period-of.js';
import { completeUntil } from '../findings/persons.sql.js';
import { keysByKind } from '../kinds/keys-by-kind.js';
import { readKindKey } from '../kinds/kind-key.sql.js';

/** What the sources of a workspace tell of at all. Instants in ms. */
export interface ToldKinds {
  /** Until when what we send is told; null if nothing tells of it. */
  readonly sentUntil: number | null;
  readonly contactsUntil: number | null;
  /** For which time every source that tells of contacts tells of all of them; null if there is no such time. */
  readonly contacts: Period | null;
  readonly answers: boolean;
}

const toCustomer = 2;

/** Asked once for all persons. */
export function keptToldKinds(ctx: AppContext): KeptAnswers<ToldKinds> {
  return new KeptAnswers(ctx, 'told-kinds/1', async (client, workspace) => {
    const keysOf = await keysByKind(ctx.analytics, client, workspace);
    const complete = await completeUntil(client, workspace);
    const tables = workspaceTables(workspace);
    const sourcesOf = async (keys: readonly number[]): Promise<readonly SourceOfKind[]> => {
      if (keys.length === 0) return [];
      const query_params = { ...tables.parameters };
      const answer = await ctx.analytics
        .client()
        .query({ query: sourcesOfKindSql(tables, keys), query_params, format: 'JSONEachRow' });
      return answer.json<SourceOfKind>();
    };
    const sends = [...keysOf.values()].flat().filter((key) => readKindKey(key).direction === toCustomer);
    const contacts = await sourcesOf([...(keysOf.get('help') ?? []), ...(keysOf.get('complaint') ?? [])]);
    return {
      sentUntil: lastTold(await sourcesOf(sends), complete),
      contactsUntil: lastTold(contacts, complete),
      contacts: periodOf(contacts, complete) ?? null,
      answers: keysOf.has('served') || keysOf.has('solved'),
    };
  });
}

/** Until when the one of them that goes on longest tells. */
function lastTold(sources: readonly SourceOfKind[], complete: ReadonlyMap<number, number>): number | null {
  const ends = sources.map((one) => complete.get(one.source) ?? periodOf([one], complete)?.to ?? one.lastMs);
  return ends.length === 0 ? null : Math.max(...ends);
}
