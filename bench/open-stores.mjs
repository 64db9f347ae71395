import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createWorkspace } from '../packages/engine/dist/govern/workspaces/create-workspace.js';
import { openAnalytics } from '../packages/engine/dist/store/analytics/open-analytics.js';
import { migrateAnalytics } from '../packages/engine/dist/store/analytics-schema/migrate-analytics.js';
import { migrate } from '../packages/engine/dist/store/postgres/migrate.js';
import { openPostgres } from '../packages/engine/dist/store/postgres/open-postgres.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Both stores on a folder of their own with one empty workspace, without a server: for benches that fill them by SQL and ask statements. */
export async function openStores() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, 'data');
  const postgres = await openPostgres({ dataFolder, log: silent, makeRoom: async () => undefined });
  await migrate(postgres.urls.owner, { roles: postgres.roles });
  const analytics = await openAnalytics({ dataFolder: join(dataFolder, 'clickhouse'), log: silent });
  await migrateAnalytics(analytics.client());
  const owner = new pg.Client({ connectionString: postgres.urls.owner });
  await owner.connect();
  const place = { country: 'DE', zone: 'Europe/Berlin', currency: 'EUR', language: 'en', weekStartsOn: 1 };
  await createWorkspace(owner, { name: 'Company', ...place }, Date.now());
  const appPool = new pg.Pool({ connectionString: postgres.urls.app, max: 4 });
  return {
    dataFolder,
    owner,
    appPool,
    analytics,
    async stop() {
      await appPool.end();
      await owner.end();
      await analytics.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
