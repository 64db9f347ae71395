import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Analytics, AnalyticsAddress } from './analytics.js';
import { connectAnalytics } from './connect-analytics.js';
import { engineSql } from './engine.sql.js';
import { pingEngine } from './ping-engine.js';

/** Connects to a ClickHouse server of the operator's own. Nothing is started or stopped; the database must exist. */
export async function openServerAnalytics(clickhouseUrl: string): Promise<Analytics> {
  const address = readAddress(clickhouseUrl);
  const client = connectAnalytics(address);
  const version = await readVersion(client).catch(async (error: unknown) => {
    await client.close();
    throw new ThroughlineError(
      'analytics.unreachable',
      `the ClickHouse server at ${address.url} does not answer as expected: check CLICKHOUSE_URL`,
      { cause: error },
    );
  });
  return {
    kind: 'server',
    version,
    address,
    client: () => client,
    ping: () => pingEngine(client),
    onRestart: () => () => undefined,
    restartCount: 0,
    pid: undefined,
    rssBytes: () => 0,
    kill: () => undefined,
    stop: () => client.close(),
  };
}

function readAddress(clickhouseUrl: string): AnalyticsAddress {
  const url = URL.canParse(clickhouseUrl) ? new URL(clickhouseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new ThroughlineError(
      'analytics.url-invalid',
      'CLICKHOUSE_URL must be http(s)://user:password@host:port/database',
    );
  }
  return {
    url: `${url.protocol}//${url.host}`,
    username: decodeURIComponent(url.username) || 'default',
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || 'default',
  };
}

async function readVersion(client: ReturnType<typeof connectAnalytics>): Promise<string> {
  const answer = await client.query({ query: engineSql.namedVersion, format: 'JSONEachRow' });
  const [row] = await answer.json<{ version: string }>();
  return row?.version ?? '';
}
