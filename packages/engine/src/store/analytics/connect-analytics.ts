import type { ClickHouseClient } from '@clickhouse/client';
import type { AnalyticsAddress } from './analytics.js';
import { defaultAnalyticsLimits } from './analytics-limits.js';
import { steadyClient } from './steady-client.js';

/** A client of an engine that another process of ours, or the operator, keeps running. The caller closes it. */
export function connectAnalytics(address: AnalyticsAddress): ClickHouseClient {
  return steadyClient({
    url: address.url,
    username: address.username,
    password: address.password,
    database: address.database,
    application: 'throughline',
    max_open_connections: 64,
    // longer than any query may take, so that it is the engine that says a query took too long
    request_timeout: (defaultAnalyticsLimits.querySeconds * 2 + 30) * 1_000,
  });
}
