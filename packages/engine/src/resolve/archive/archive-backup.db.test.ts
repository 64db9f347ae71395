import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProjectionWorld } from '../../../../../test/projection-world.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { openAnalytics } from '../../store/analytics/open-analytics.js';
import { migrateAnalytics } from '../../store/analytics-schema/migrate-analytics.js';
import { backup } from '../../store/backup/backup.js';
import { restore } from '../../store/backup/restore.js';
import { openPostgres } from '../../store/postgres/open-postgres.js';
import { contentSums } from '../project/engine-sums.sql.js';
import { Projector } from '../project/projector.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = new Date('2026-02-03T04:05:06Z');
let world: ProjectionWorld;
let folder: string;

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 31);
  folder = await mkdtemp(join(tmpdir(), 'throughline-archive-backup-'));
  await chmod(folder, 0o711);
});
afterAll(async () => {
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

it('a backup carries the archived days, and what is restored fills an engine with the same rows; without a file there is none', async () => {
  const workspace = await world.workspace('Kept');
  const dataFolder = join(folder, 'data');
  await world.append(workspace, world.messages(150));
  await world.command(workspace, world.decision());
  await world.resolveAll();
  const filling = world.projector();
  await world.projectAll(filling);
  await filling.stop();
  const archive = { folder: join(dataFolder, 'archive'), keepDays: 8, limits: { rows: 60, chars: 1_000_000 } };
  const archiving = world.projector({ clock: () => Date.now() + 10 * 86_400_000, archive });
  await expect
    .poll(
      async () => {
        await archiving.step();
        return (await world.pool.query('select count(*)::int as n from intake where workspace = $1', [workspace]))
          .rows[0].n;
      },
      { timeout: 60_000, interval: 5 },
    )
    .toBe(0);
  await archiving.stop();
  const held = await contentSums(world.analytics.client(), workspace);

  const file = join(folder, 'backup');
  const done = await backup({ file, dataFolder, databaseUrl: world.database.urls.owner, log: silent, now });
  expect(done.archiveFiles).toBe(3);
  const target = join(folder, 'restored');
  expect(await restore({ file, dataFolder: target, log: silent })).toMatchObject({ archiveFiles: 3 });
  const postgres = await openPostgres({ dataFolder: target, log: silent });
  const analytics = await openAnalytics({ dataFolder: join(target, 'clickhouse'), log: silent });
  const pool = new pg.Pool({ connectionString: postgres.urls.worker, max: 2 });
  pool.on('error', () => undefined);
  try {
    await migrateAnalytics(analytics.client());
    const options = { pool, analytics, log: silent, clock: Date.now, gapMs: 0, graceMs: 0 };
    const projector = new Projector({ ...options, archive: { ...archive, folder: join(target, 'archive') } });
    await world.projectAll(projector);
    await projector.stop();
    expect(await contentSums(analytics.client(), workspace)).toEqual(held);
  } finally {
    await pool.end();
    await analytics.stop();
    await postgres.stop();
  }

  const [month = ''] = await readdir(join(archive.folder, String(workspace)));
  const [first = ''] = await readdir(join(archive.folder, String(workspace), month));
  await rm(join(archive.folder, String(workspace), month, first));
  const again = { file: `${file}-again`, dataFolder, databaseUrl: world.database.urls.owner, log: silent, now };
  await expect(backup(again)).rejects.toMatchObject({ code: 'archive.file-missing' });
});
