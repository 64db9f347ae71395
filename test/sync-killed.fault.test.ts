import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { startDebianPostgres } from './debian-postgres.js';
import { type RunningThroughline, startThroughline } from './start-throughline.js';
import { beginSync, type Call, syncOf } from './sync-source.js';

/*
 * The main process is killed when a table was read and nothing is stored of that yet, and when the import of what was read is stored and nobody began it. The next
 * start goes on by itself; every line counts once.
 */

const admin = { email: 'ada@example.com', password: 'correct horse battery' };
const started = await startDebianPostgres();
if ('notRun' in started) console.log(`not run: kills while a database is read, because ${started.notRun}`);

let folder = '';
let running: RunningThroughline | undefined;
let shop: pg.Client;

const call: Call = async <T>(method: string, path: string, payload?: object): Promise<T> => {
  const answer = await running?.api(`/api/w/company${path}`, {
    method,
    ...(payload === undefined
      ? {}
      : { body: JSON.stringify(payload), headers: { 'content-type': 'application/json' } }),
  });
  if (answer?.ok !== true) throw new Error(`${path} answered ${answer?.status} ${await answer?.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
};

const ended = async (id: string): Promise<ImportRun> => {
  for (;;) {
    const run = await call<ImportRun>('GET', `/imports/${id}`);
    if (run.state === 'done' || run.state === 'failed') return run;
    await pause(100);
  }
};

beforeAll(async () => {
  if ('notRun' in started) return;
  shop = new pg.Client(started.url);
  await shop.connect();
  folder = mkdtempSync(join(tmpdir(), 'throughline-sync-killed-'));
  // Passable, since run by root the server has another account.
  chmodSync(folder, 0o711);
});
afterAll(async () => {
  await running?.stop();
  await shop?.end();
  rmSync(folder, { recursive: true, force: true });
  if (!('notRun' in started)) started.stop();
});

describe.skipIf('notRun' in started)('a server that is killed', () => {
  it('while it reads a table again goes on after the next start, and every line counts once', async () => {
    if ('notRun' in started) return;
    const port = Number(new URL(started.url).port);
    const dataFolder = join(folder, 'data');
    running = await startThroughline({ dataFolder, admin });
    await call('POST', '/databases/hosts', { host: '127.0.0.1', port });
    await shop.query(`create table orders as select n as id, 'p' || n || '@example.com' as email,
      timestamptz '2026-05-01' + n * interval '1 minute' as at from generate_series(1, 50) n`);
    const connection = { kind: 'postgresql', host: '127.0.0.1', port, database: 'company', user: 'postgres' };
    const id = await beginSync(call, connection, 'orders', { watermarkColumn: 'id', everyMinutes: 1_440 }, ended);
    let rows = 50;
    for (const point of ['sync.read', 'sync.begun']) {
      await running.stop();
      running = await startThroughline({ dataFolder, admin, environment: { THROUGHLINE_FAULT_POINT: point } });
      await shop.query(`insert into orders select n, 'p' || n || '@example.com', timestamptz '2026-05-02' + n * interval '1 minute'
        from generate_series(${rows + 1}, ${rows + 50}) n`);
      rows += 50;
      await call('POST', `/syncs/${id}/run`).catch(() => undefined);
      await running.ended();
      running = await startThroughline({ dataFolder, admin });
      for (;;) {
        const { watermark, doing } = await syncOf(call, id);
        if (watermark === String(rows) && doing === 'nothing') break;
        await pause(200);
      }
      const { items } = await call<{ items: ImportRun[] }>('GET', '/imports');
      const accepted = items.reduce((sum, one) => sum + one.accepted, 0);
      expect(accepted, `killed at ${point}`).toBe(rows);
      expect(items.every(({ setAside }) => setAside === 0)).toBe(true);
      const known = new Set(items.map((one) => one.id));
      expect(readdirSync(join(dataFolder, 'staging')).filter((name) => !known.has(name))).toEqual([]);
      console.log(`killed at ${point}: ${accepted} lines counted once`);
    }
  }, 500_000);
});
