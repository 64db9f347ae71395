import { hash } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { analyticsSteps } from './analytics-steps.js';
import { appliedSteps, recordStep, stepTable } from './migrate-analytics.sql.js';

/**
 * Brings the analytics schema up to this version and returns the names of the steps that ran. One process at a time (the main process, at
 * start). A step that was cut off runs again; one that differs from what was applied is an error, `analytics.schema-differs`.
 */
export async function migrateAnalytics(client: ClickHouseClient): Promise<readonly string[]> {
  await client.command({ query: stepTable });
  const applied = await appliedSteps(client);
  const ran: string[] = [];
  for (const { number, name, statements } of analyticsSteps) {
    const sha256 = hash('sha256', statements.join(';\n'), 'hex');
    const known = applied.get(number);
    if (known === sha256) continue;
    if (known !== undefined)
      throw new ThroughlineError(
        'analytics.schema-differs',
        `step ${number} (${name}) of the analytics schema is not the one that was applied: run the version of Throughline that wrote it`,
      );
    for (const query of statements) await client.command({ query });
    await recordStep(client, { number, name, sha256 });
    ran.push(name);
  }
  return ran;
}
