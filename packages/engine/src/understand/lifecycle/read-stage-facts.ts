import type { ClickHouseClient } from '@clickhouse/client';
import { directions } from '@throughline/core/collect/interaction';
import type { StageFacts } from '@throughline/core/understand/lifecycle/lifecycle-stage';
import { isBasket, isOwnAct } from '@throughline/core/understand/lifecycle/stage-signs';
import type { ClientBase } from 'pg';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { readKindKey } from '../kinds/kind-key.sql.js';
import { kindsOfKeys } from '../kinds/kinds-of-keys.js';
import { type StoryRow, storySql } from '../story/story.sql.js';
import type { UsualGap } from './kept-usual-gap.js';

/** What a person's stage is decided by, as of what the analytics engine holds. */
export async function readStageFacts(
  analytics: { client(): ClickHouseClient },
  client: ClientBase,
  workspace: number,
  person: number,
  usual: UsualGap,
  nowMs: number,
): Promise<StageFacts> {
  const tables = workspaceTables(workspace);
  const answer = await analytics.client().query({
    query: storySql(tables),
    query_params: { ...tables.parameters, person },
    format: 'JSONEachRow',
  });
  const rows = await answer.json<StoryRow>();
  const names = await kindsOfKeys(client, workspace, [...new Set(rows.map(({ key }) => key))]);
  const done = rows.flatMap(({ key, lastAtMs }) => {
    const named = names.get(key);
    const direction = directions[readKindKey(key).direction - 1] ?? 'observed';
    return named === undefined ? [] : [{ ...named, direction, at: Number(lastAtMs) }];
  });
  const lastOf = (isWanted: (one: (typeof done)[number]) => boolean): number | null =>
    done.filter(isWanted).reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null);
  return {
    lastBoughtAt: lastOf(({ kind }) => kind === 'buy'),
    lastBasketAt: lastOf(isBasket),
    lastActAt: lastOf(isOwnAct),
    lastReachedAt: lastOf(({ direction }) => direction === 'to-customer'),
    usualGapDays: usual.days,
    until: usual.until ?? nowMs,
  };
}
