import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Analytics } from '../analytics/analytics.js';
import { openAnalytics } from '../analytics/open-analytics.js';
import { clusterSchema } from './cluster-schema.sql.js';
import { migrateAnalytics } from './migrate-analytics.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = await mkdtemp(join(tmpdir(), 'throughline-analytics-schema-'));
let analytics: Analytics;

beforeAll(async () => {
  analytics = await openAnalytics({ dataFolder: folder, log: silent });
});
afterAll(async () => {
  await analytics?.stop();
  await rm(folder, { recursive: true, force: true });
});

it('steps run once and are recorded; a step cut off before it was recorded runs again', async () => {
  const client = analytics.client();
  expect(await migrateAnalytics(client)).toEqual(['interactions']);
  expect(await migrateAnalytics(client)).toEqual([]);
  await client.command({ query: 'truncate table schema_step' });
  expect(await migrateAnalytics(client)).toEqual(['interactions']);
});

it('a step that differs from what was applied is refused', async () => {
  const client = analytics.client();
  await client.command({ query: 'truncate table schema_step' });
  await client.command({ query: `insert into schema_step values (1, 'interactions', 'other', now('UTC'))` });
  await expect(migrateAnalytics(client)).rejects.toMatchObject({ code: 'analytics.schema-differs' });
});

it('the replicated tables of the cluster form are statements that the engine can parse', async () => {
  const statements = clusterSchema('main')
    .split(';\n')
    .map((statement) => statement.trim());
  const local = statements.filter((statement) => statement.includes('ReplicatedMergeTree'));
  expect(local).toHaveLength(4);
  for (const statement of local)
    await analytics.client().query({ query: `explain ast ${statement}`, format: 'TabSeparated' });
  expect(statements.filter((statement) => statement.includes('Distributed('))).toHaveLength(4);
});
