import type { CodeUse } from '@throughline/core/understand/places/place-sums';
import type { ClientBase } from 'pg';
import { readWords } from '../../resolve/interactions/words.sql.js';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import type { Analytics } from '../../store/analytics/analytics.js';
import { interactionsByLocationSql, otherUses } from './code-use.sql.js';

/** Each text by which a source named a location, and how often; `unnamed`: interactions without one. */
export async function readCodeUses(
  analytics: Pick<Analytics, 'client'>,
  client: ClientBase,
  workspace: number,
): Promise<{ readonly uses: readonly CodeUse[]; readonly unnamed: number }> {
  const tables = workspaceTables(workspace);
  const answer = await analytics.client().query({
    query: interactionsByLocationSql(tables),
    query_params: { ...tables.parameters },
    format: 'JSONEachRow',
  });
  const rows = await answer.json<{ location: number; interactions: number }>();
  const words = await readWords(
    client,
    workspace,
    rows.filter(({ location }) => location > 0).map(({ location }) => ['location', location] as const),
  );
  const uses = new Map<string, CodeUse>();
  const add = (text: string, more: Partial<CodeUse>): void => {
    const code = text.trim();
    const known = uses.get(code) ?? { code, interactions: 0, numbers: 0, happenings: 0 };
    uses.set(code, {
      code,
      interactions: known.interactions + (more.interactions ?? 0),
      numbers: known.numbers + (more.numbers ?? 0),
      happenings: known.happenings + (more.happenings ?? 0),
    });
  };
  let unnamed = 0;
  for (const { location, interactions } of rows) {
    const word = words.get(`location/${location}`);
    if (word === undefined) unnamed += interactions;
    else add(word, { interactions });
  }
  for (const { code, ...more } of await otherUses(client, workspace)) add(code, more);
  return { uses: [...uses.values()], unnamed };
}
