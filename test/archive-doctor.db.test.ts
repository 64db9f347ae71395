import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningThroughline, startThroughline } from './start-throughline.js';
import { type TestPostgres, testPostgres } from './test-postgres.js';

const admin = { email: 'ada@example.com', password: 'correct horse battery' };
let database: TestPostgres;
let folder: string;
let running: RunningThroughline | undefined;

beforeAll(async () => {
  database = await testPostgres();
  folder = await mkdtemp(join(tmpdir(), 'throughline-doctor-'));
  await chmod(folder, 0o711);
});
afterAll(async () => {
  await running?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

it('the log is kept for at least as long as ids are remembered', async () => {
  const starting = startThroughline({ dataFolder: join(folder, 'short'), environment: { THROUGHLINE_LOG_DAYS: '7' } });
  await expect(starting).rejects.toThrow(/THROUGHLINE_LOG_DAYS is "7": give a whole number of days, 8 or more/);
});

it('the doctor names an archived file that is gone, and with --hashes one that was changed', async () => {
  const { owner, intake, app, worker } = database.urls;
  const environment = {
    DATABASE_URL: owner,
    DATABASE_URL_INTAKE: intake,
    DATABASE_URL_APP: app,
    DATABASE_URL_WORKER: worker,
  };
  const dataFolder = join(folder, 'data');
  running = await startThroughline({ dataFolder, admin, environment });
  const doctor = async (...flags: string[]) => {
    const said = await running?.cli(['doctor', '--json', ...flags]).catch((error: { stdout: string }) => error);
    const { checks } = JSON.parse(said?.stdout ?? '') as { checks: { what: string; ok: boolean; said: string }[] };
    return checks.find(({ what }) => what === 'archive');
  };
  expect(await doctor()).toMatchObject({ ok: true, said: '0 days of the log in 0 files' });

  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  await client.query(
    `insert into archive_file (workspace, day, part, file, lo, hi, rows, bytes, sha256, created_at)
     select workspace, '2026-01-02', 1, workspace || '/2026-01/2026-01-02-0001-1.parquet', 1, 9, 9, 4, repeat('0', 64), now() from workspace`,
  );
  const file = (await client.query<{ file: string }>('select file from archive_file')).rows[0]?.file ?? '';
  await client.end();
  expect(await doctor()).toMatchObject({
    ok: false,
    said: expect.stringMatching(/ENOENT.*\[archive\.file-missing\]$/),
  });
  await mkdir(join(dataFolder, 'archive', dirname(file)), { recursive: true });
  await writeFile(join(dataFolder, 'archive', file), 'PAR1');
  expect(await doctor()).toMatchObject({ ok: true, said: '1 day of the log in 1 file' });
  expect(await doctor('--hashes')).toMatchObject({
    ok: false,
    said: expect.stringMatching(/do not give its SHA-256.*\[archive\.file-damaged\]$/),
  });
});
