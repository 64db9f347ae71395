import type { ClickHouseClient } from '@clickhouse/client';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';

/** Resolves if the engine answers now; rejects with `analytics.unavailable` at once if it does not. */
export async function pingEngine(client: ClickHouseClient): Promise<void> {
  const answer = await client.ping();
  if (!answer.success) {
    throw new ThroughlineError('analytics.unavailable', 'the analytics engine does not answer: try again shortly', {
      cause: answer.error,
    });
  }
}
