import type { ClientBase } from 'pg';
import { listWebhookSources } from '../webhooks/webhook.sql.js';
import { listSourceDays, listSources, type SourceRow, sumSources } from './source.sql.js';
import { listWriteKeys } from './write-key.sql.js';

const dayMs = 24 * 3600 * 1000;
const nothing = { stored: 0, duplicates: 0, setAside: 0 } as const;

/** Every source with its keys and how much it sent: today, in all, and on each of the last 30 days (UTC). */
export async function readSources(client: ClientBase, workspace: number, nowMs: number) {
  const days = Array.from({ length: 30 }, (_, i) => new Date(nowMs - (29 - i) * dayMs).toISOString().slice(0, 10));
  const today = days[29] ?? '';
  const sources = await listSources(client, workspace);
  const keys = await listWriteKeys(client, workspace);
  const webhooks = await listWebhookSources(client, workspace);
  const counted = await listSourceDays(client, workspace, days[0] ?? today);
  const sums = new Map((await sumSources(client, workspace)).map((row) => [row.source, row]));
  const byDay = new Map(counted.map(({ source, day, ...counts }) => [`${source} ${day}`, counts]));
  return sources.map((row) => {
    const {
      source: _total,
      lastReceivedAt,
      ...total
    } = sums.get(row.source) ?? { lastReceivedAt: null, ...nothing, source: 0 };
    return {
      ...describe(row),
      keys: keys
        .filter((key) => key.source === row.source)
        .map(({ id, kind, hint, createdAt }) => ({ id, kind, hint, createdAt: createdAt.toISOString() })),
      webhook: webhooks.has(row.source),
      lastReceivedAt: lastReceivedAt?.toISOString() ?? null,
      today: byDay.get(`${row.source} ${today}`) ?? nothing,
      total,
      days: days.map((day) => ({ day, ...(byDay.get(`${row.source} ${day}`) ?? nothing) })),
    };
  });
}

function describe(row: SourceRow) {
  const { id, name, channel, team, trust, zone, country, currency, groups } = row;
  return {
    id,
    name,
    channel,
    team,
    trust,
    zone,
    country,
    currency,
    groups,
    completeUntil: row.completeUntil?.toISOString() ?? null,
    archived: row.archivedAt !== null,
  };
}
