import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningThroughline, startThroughline } from './start-throughline.js';
import { type TestPostgres, testPostgres } from './test-postgres.js';

const admin = { email: 'ada@example.com', password: 'correct horse battery' };
let database: TestPostgres;
let owner: pg.Client;
let folder: string;
let running: RunningThroughline;

beforeAll(async () => {
  database = await testPostgres();
  folder = await mkdtemp(join(tmpdir(), 'throughline-archive-'));
  await chmod(folder, 0o711);
  owner = new pg.Client({ connectionString: database.urls.owner });
  await owner.connect();
});
afterAll(async () => {
  await running?.stop();
  await owner?.end();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const start = (): Promise<RunningThroughline> =>
  startThroughline({
    dataFolder: join(folder, 'data'),
    admin,
    environment: {
      DATABASE_URL: database.urls.owner,
      DATABASE_URL_INTAKE: database.urls.intake,
      DATABASE_URL_APP: database.urls.app,
      DATABASE_URL_WORKER: database.urls.worker,
      THROUGHLINE_LOG_DAYS: '8',
    },
  });

interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly said: string;
}

async function doctor(...flags: string[]): Promise<Check | undefined> {
  const said = await running.cli(['doctor', '--json', ...flags]).catch((error: { stdout: string }) => error);
  const { checks } = JSON.parse(said.stdout) as { readonly checks: readonly Check[] };
  return checks.find(({ what }) => what === 'archive');
}

async function send(writeKey: string, from: number, until: number): Promise<void> {
  const batch = Array.from({ length: until - from }, (_, i) => ({
    type: 'track',
    messageId: `m${from + i}`,
    userId: '4711',
    event: 'Order Completed',
  }));
  const answer = await fetch(`${running.url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ batch }),
  });
  expect(await answer.json()).toMatchObject({ success: true, accepted: until - from });
}

async function expectInteractions(count: number): Promise<void> {
  const shown = async () => {
    const found = await running.cli(['customers', 'find', '4711', '--json']);
    const { items } = JSON.parse(found.stdout) as { readonly items: readonly { readonly id: string }[] };
    const id = items[0]?.id;
    if (id === undefined) return 0;
    const { stdout } = await running.cli(['customers', 'show', id, '--json']);
    return (JSON.parse(stdout) as { readonly interactions: readonly object[] }).interactions.length;
  };
  await expect.poll(shown, { timeout: 60_000, interval: 200 }).toBe(count);
}

it('the log is kept for at least as long as ids are remembered', async () => {
  const starting = startThroughline({ dataFolder: join(folder, 'short'), environment: { THROUGHLINE_LOG_DAYS: '7' } });
  await expect(starting).rejects.toThrow(/THROUGHLINE_LOG_DAYS is "7": give a whole number of days, 8 or more/);
});

it('an old day moves into a file that the doctor checks, and a rebuild reads it', async () => {
  running = await start();
  expect(await doctor()).toMatchObject({ ok: true, said: '0 days of the log in 0 files' });
  const added = await running.cli(['sources', 'add', 'Shop', '--channel', 'web', '--key', 'server', '--json']);
  const { writeKey } = JSON.parse(added.stdout) as { readonly writeKey: string };
  await send(writeKey, 0, 40);
  await expectInteractions(40);
  await running.stop();

  await owner.query(`select ensure_log_day('2026-01-02')`);
  await owner.query(`update intake set received_day = '2026-01-02', received_at = '2026-01-02 10:00Z'`);
  running = await start();
  await send(writeKey, 40, 50);
  const left = async () => (await owner.query('select count(*)::int as n from intake')).rows[0].n;
  await expect.poll(left, { timeout: 30_000 }).toBe(10);
  expect(await doctor('--hashes')).toMatchObject({ ok: true, said: '1 day of the log in 1 file' });
  await running.cli(['rebuild', 'analytics']);
  await expectInteractions(50);
});

it('the doctor names an archived file that was changed or is gone, and nothing is thrown away for a rebuild then', async () => {
  const { file } = (await owner.query<{ file: string }>('select file from archive_file')).rows[0] ?? { file: '' };
  const path = join(folder, 'data', 'archive', file);
  const bytes = await readFile(path);
  const changed = Buffer.from(bytes);
  changed[20] = (changed[20] ?? 0) ^ 1;
  await writeFile(path, changed);
  expect(await doctor()).toMatchObject({ ok: true });
  const found = await doctor('--hashes');
  expect(found).toMatchObject({ ok: false, said: expect.stringMatching(/SHA-256.*\[archive\.file-damaged\]$/) });
  await rename(path, `${path}-away`);
  const missed = await doctor();
  expect(missed).toMatchObject({ ok: false, said: expect.stringMatching(/ENOENT.*\[archive\.file-missing\]$/) });
  await expect(running.cli(['rebuild', 'analytics'])).rejects.toMatchObject({
    stderr: expect.stringMatching(/ENOENT.*put the file back from a backup.*archive\.file-missing/s),
  });
  await expectInteractions(50);
});
