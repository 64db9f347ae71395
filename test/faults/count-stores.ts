import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openAnalytics } from '../../packages/engine/src/store/analytics/open-analytics.js';
import { superuserUrl } from './running-parts.js';
import type { Acknowledged } from './steady-clients.js';

export interface PostgresCount {
  /** Distinct messages that count. */
  readonly counted: number;
  /** Acknowledged, but not in the log. */
  readonly lost: number;
  /** Counted more or less often than acknowledged: by source, in the manifests, under the nodes. */
  readonly doubledBySource: number;
  readonly doubledInManifests: number;
  readonly doubledUnderNodes: number;
  /** received − (stored + duplicates + set aside). */
  readonly unaccounted: number;
}

export const nothingWrong = {
  lost: 0,
  doubledBySource: 0,
  doubledInManifests: 0,
  doubledUnderNodes: 0,
  unaccounted: 0,
} as const;

export interface AnalyticsCount {
  readonly rows: number;
  readonly different: number;
}

/** Waits until resolve and project have passed everything of a running system. */
export async function caughtUp(dataFolder: string): Promise<void> {
  await withDatabase(dataFolder, async (client) => {
    const untilMs = Date.now() + 180_000;
    for (;;) {
      const read = await client.query<{ log: string; batches: string; groups: string }>(
        `select (select h.next_offset - 1 - c."offset" from intake_head h join consumer c using (workspace) where c.name = 'resolve') as log,
           (select h.next_batch - 1 - c."offset" from resolve_head h join consumer c using (workspace) where c.name = 'project') as batches,
           (select count(*) from projection where lo is not null or fold_asked) as groups`,
      );
      const { log, batches, groups } = read.rows[0] ?? { log: '', batches: '', groups: '' };
      if (log === '0' && batches === '0' && groups === '0') return;
      if (Date.now() > untilMs)
        throw new Error(`not caught up: ${log} messages, ${batches} batches, ${groups} groups behind`);
      await pause(100);
    }
  });
}

/** What the PostgreSQL of a running system with one workspace holds of what was acknowledged, and nothing else was sent. */
export async function countPostgres(dataFolder: string, { tracks, others }: Acknowledged): Promise<PostgresCount> {
  return withDatabase(dataFolder, async (client) => {
    const stored = await client.query<{ id: string }>(
      `select distinct body::jsonb->>'messageId' as id from intake where kind <> 9`,
    );
    const there = new Set(stored.rows.map(({ id }) => id));
    const read = await client.query<Record<'counted' | 'sent' | 'messages' | 'active' | 'unaccounted', number>>(
      `with sent as (
         select r.message from manifest m
         cross join lateral unnest(m.offsets) as given("offset")
         join intake r on r.workspace = m.workspace and r."offset" = given."offset"
         where not m.superseded
       )
       select (select sum(stored) from source_day)::float8 as counted,
         (select count(*) from sent)::float8 as sent, (select count(distinct message) from sent)::float8 as messages,
         (select sum(interactions) from node_activity)::float8 as active,
         ((select count(*) from intake where kind <> 9) - (select sum(stored + duplicates) from source_day)
           - (select count(*) from set_aside where stage = 'resolve'))::float8 as unaccounted`,
    );
    const { counted = 0, sent = 0, messages = 0, active = 0, unaccounted = 0 } = read.rows[0] ?? {};
    return {
      counted,
      lost: [...tracks, ...others].filter((id) => !there.has(id)).length,
      doubledBySource: counted - tracks.size - others.size,
      doubledInManifests: sent - messages + (messages - tracks.size),
      doubledUnderNodes: active - tracks.size,
      unaccounted,
    };
  });
}

/** What the analytics engine holds once everything is stopped, read from its own folder. */
export async function countAnalytics(dataFolder: string, tracks: number): Promise<AnalyticsCount> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const analytics = await openAnalytics({ dataFolder: join(dataFolder, 'clickhouse'), log: silent });
  try {
    const answer = await analytics.client().query({
      query: 'select count() as rows, uniqExact(message) as messages from interactions',
      format: 'JSONEachRow',
    });
    const [counted] = await answer.json<{ rows: string; messages: string }>();
    const rows = Number(counted?.rows);
    return { rows, different: Math.abs(rows - tracks) + Math.abs(Number(counted?.messages) - tracks) };
  } finally {
    await analytics.stop();
  }
}

export async function withDatabase<T>(dataFolder: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl(dataFolder) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
