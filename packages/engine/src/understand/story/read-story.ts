import type { ClickHouseClient } from '@clickhouse/client';
import { outcomes } from '@throughline/core/collect/interaction';
import { complaintSpans } from '@throughline/core/understand/complaints/open-complaints';
import type { InteractionKind } from '@throughline/core/understand/interaction-kind';
import type { StoryFacts } from '@throughline/core/understand/story/person-story';
import type { ClientBase } from 'pg';
import { readWords } from '../../resolve/interactions/words.sql.js';
import { type WorkspaceTables, workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { kindsOfKeys, type NamedKey } from '../kinds/kinds-of-keys.js';
import { complaintMomentsSql, type MomentRow, type StoryRow, storySql } from './story.sql.js';

interface Done {
  readonly row: StoryRow;
  readonly named: NamedKey;
}

/** What a person's story is told from, as of what the analytics engine holds. */
export async function readStory(
  analytics: { client(): ClickHouseClient },
  client: ClientBase,
  workspace: number,
  person: number,
  nowMs: number,
): Promise<StoryFacts> {
  const tables = workspaceTables(workspace);
  const ask = async <T>(query: string): Promise<readonly T[]> => {
    const query_params = { ...tables.parameters, person };
    return (await analytics.client().query({ query, query_params, format: 'JSONEachRow' })).json<T>();
  };
  const rows = await ask<StoryRow>(storySql(tables));
  const names = await kindsOfKeys(client, workspace, [...new Set(rows.map(({ key }) => key))]);
  const done = rows.flatMap((row) => {
    const named = names.get(row.key);
    return named === undefined ? [] : [{ row, named }];
  });
  const of = (...kinds: readonly InteractionKind[]) => done.filter(({ named }) => kinds.includes(named.kind));
  const words = await readWords(client, workspace, [
    ...codesOf(rows, 'reason', ({ lastReason }) => lastReason),
    ...codesOf(rows, 'currency', ({ currency }) => currency),
  ]);
  const [told] = of('told', 'served');
  return {
    purchases: purchases(of('buy'), words),
    lastContact: lastContact(of('help', 'complaint')[0], words),
    openComplaint:
      of('complaint').length === 0
        ? null
        : await openComplaint(ask, tables, names, of('complaint', 'help', 'solved'), nowMs),
    lastTold:
      told === undefined ? null : { at: Number(told.row.lastAtMs), name: told.named.name, channel: told.named.channel },
  };
}

function codesOf<Kind extends 'reason' | 'currency'>(
  rows: readonly StoryRow[],
  kind: Kind,
  code: (row: StoryRow) => number,
) {
  return [...new Set(rows.map(code))].filter((one) => one > 0).map((one) => [kind, one] as const);
}

/** Newest first, as they are read. */
function purchases(bought: readonly Done[], words: ReadonlyMap<string, string>): StoryFacts['purchases'] {
  const [newest] = bought;
  if (newest === undefined) return null;
  const byChannel = new Map<string, number>();
  const sums = new Map<string, { total: number; count: number }>();
  let count = 0;
  for (const { row, named } of bought) {
    count += Number(row.cases);
    byChannel.set(named.channel, (byChannel.get(named.channel) ?? 0) + Number(row.cases));
    if (row.total === null || Number(row.total) === 0) continue;
    const currency = words.get(`currency/${row.currency}`) ?? '';
    const sum = sums.get(currency) ?? { total: 0, count: 0 };
    sums.set(currency, { total: sum.total + Number(row.total), count: sum.count + Number(row.cases) });
  }
  const [channel = newest.named.channel] = [...byChannel].sort((a, b) => b[1] - a[1])[0] ?? [];
  return {
    count,
    lastAt: Number(newest.row.lastAtMs),
    channel,
    sums: [...sums].sort((a, b) => b[1].count - a[1].count).map(([currency, { total }]) => ({ currency, total })),
  };
}

function lastContact(newest: Done | undefined, words: ReadonlyMap<string, string>): StoryFacts['lastContact'] {
  if (newest === undefined) return null;
  const { row, named } = newest;
  return {
    at: Number(row.lastAtMs),
    name: named.name,
    channel: named.channel,
    about: row.lastAboutKind === '' ? null : `${row.lastAboutKind} ${row.lastAboutId}`.trim(),
    reason: words.get(`reason/${row.lastReason}`) ?? null,
    outcome: outcomes[row.lastOutcome - 1] ?? null,
  };
}

async function openComplaint(
  ask: <T>(query: string) => Promise<readonly T[]>,
  tables: WorkspaceTables,
  names: ReadonlyMap<number, NamedKey>,
  bearing: readonly Done[],
  nowMs: number,
): Promise<StoryFacts['openComplaint']> {
  const keys = [...new Set(bearing.map(({ row }) => row.key))];
  const moments = (await ask<MomentRow>(complaintMomentsSql(tables, keys))).map(({ key, atMs, about, outcome }) => ({
    at: Number(atMs),
    about,
    kind: names.get(key)?.kind,
    wentWell: outcomes[outcome - 1] === 'well',
  }));
  const complaints = moments.filter(({ kind, wentWell }) => kind === 'complaint' && !wentWell);
  const closings = moments.filter(({ kind, wentWell }) => kind === 'solved' || wentWell);
  const oldest = complaintSpans({ complaints, closings })
    .filter(({ until, isUnclosed }) => isUnclosed && until > nowMs)
    .sort((a, b) => a.at - b.at)[0];
  if (oldest === undefined) return null;
  const since = moments.filter(({ at, kind }) => at > oldest.at && kind !== 'solved');
  return { since: oldest.at, about: oldest.about, contactsSince: since.length };
}
