import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sync } from '../packages/engine/src/collect/connectors/syncs/describe-sync.js';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { startDebianPostgres } from './debian-postgres.js';
import { type CutAfter, cutAfter } from './faults/cut-after.js';
import { ImportApp } from './import-app.js';
import { beginSync, syncOf } from './sync-source.js';

/*
 * A table that is read again and again, while its server goes away in the middle of an answer, and while the process that reads it is killed. What was
 * half read leaves nothing; the next run brings all of it, once.
 */

const started = await startDebianPostgres();
if ('notRun' in started) console.log(`not run: outages of a database that is read, because ${started.notRun}`);

let app: ImportApp;
let shop: pg.Client;
let proxy: CutAfter;
let connection: object = {};

beforeAll(async () => {
  app = await ImportApp.open();
  if ('notRun' in started) return;
  shop = new pg.Client(started.url);
  await shop.connect();
  proxy = await cutAfter(Number(new URL(started.url).port));
  await app.call('POST', '/databases/hosts', { host: '127.0.0.1', port: proxy.port });
  connection = { kind: 'postgresql', host: '127.0.0.1', port: proxy.port, database: 'company', user: 'postgres' };
});
afterAll(async () => {
  await shop?.end();
  await proxy?.close();
  await app.close();
  if (!('notRun' in started)) started.stop();
});

const orders = (from: number, to: number): string =>
  `select n::bigint as id, 'p' || n || '@example.com' as email, timestamptz '2026-05-01' + n * interval '1 second' as at
   from generate_series(${from}, ${to}) n`;

async function until(id: string, isWanted: (sync: Sync) => boolean): Promise<Sync> {
  for (let tries = 0; ; tries += 1) {
    await app.resolver.step();
    const sync = await syncOf(app.call, id);
    if (isWanted(sync)) return sync;
    if (tries > 3_000) throw new Error(`it stays ${JSON.stringify(sync)}`);
    await pause(30);
  }
}

async function atOnce(id: string): Promise<Sync> {
  const before = await syncOf(app.call, id);
  app.test.clock.nowMs = Math.max(app.test.clock.nowMs, Date.parse(before.nextAt ?? '1970-01-01')) + 1_000;
  return until(id, (sync) => sync.lastRunAt !== before.lastRunAt && sync.doing === 'nothing');
}

const importsOf = async (table: string): Promise<readonly ImportRun[]> =>
  (await app.call<{ items: ImportRun[] }>('GET', '/imports')).items.filter(({ source }) => source.name === table);

const staged = (): number => readdirSync(app.staging).length;

describe.skipIf('notRun' in started)('a database that is read again and again', () => {
  it('whose connection is cut in the middle of an answer is read anew, and nothing was half applied', async () => {
    await shop.query(`create table cut as ${orders(1, 100)}`);
    const id = await beginSync(app.call, connection, 'cut', { watermarkColumn: 'id', everyMinutes: 60 }, app.ended);
    await shop.query(`insert into cut ${orders(101, 10_000)}`);
    const before = staged();
    for (const [at, bytes] of [2_000, 100_000, 500_000].entries()) {
      proxy.cutAfterBytes = bytes;
      const failed = await atOnce(id);
      expect(failed).toMatchObject({ failures: at + 1, watermark: '100', state: 'active' });
      expect(failed.problem?.code).toMatch(/^database\./);
      expect(await importsOf('cut')).toHaveLength(1);
      expect(staged()).toBeLessThanOrEqual(before);
    }
    console.log(`connections cut while a table was read: ${proxy.cuts()}`);
    proxy.cutAfterBytes = undefined;
    expect(await atOnce(id)).toMatchObject({ failures: 0, watermark: '10000', lastRows: 9_901 });
    expect((await importsOf('cut'))[0]).toMatchObject({ state: 'done', accepted: 9_900, duplicates: 1, setAside: 0 });
  }, 300_000);

  it('whose reading process is killed says so, and is read anew', async () => {
    await shop.query(`create table killed as ${orders(1, 3)}`);
    const id = await beginSync(app.call, connection, 'killed', { watermarkColumn: 'id', everyMinutes: 60 }, app.ended);
    await shop.query('alter table killed rename to kept');
    await shop.query('create view killed as select id, email, at from kept where pg_sleep(2) is not null');
    await shop.query(`insert into kept ${orders(4, 20)}`);
    const before = await syncOf(app.call, id);
    await app.call('POST', `/syncs/${id}/run`);
    app.test.clock.nowMs += 1_000;
    let killed = 0;
    while (killed === 0) {
      await pause(20);
      if (!(await isBeingRead())) continue;
      for (const pid of readers()) killed += Number(process.kill(pid, 'SIGKILL'));
    }
    const failed = await until(id, ({ lastRunAt }) => lastRunAt !== before.lastRunAt);
    expect(failed).toMatchObject({ failures: 1, problem: { code: 'database.read-failed' }, watermark: '3' });
    await shop.query(`drop view killed; alter table kept rename to killed`);
    expect(await atOnce(id)).toMatchObject({ failures: 0, watermark: '20' });
    expect((await importsOf('killed'))[0]).toMatchObject({ state: 'done', accepted: 17, duplicates: 1 });
  }, 300_000);
});

async function isBeingRead(): Promise<boolean> {
  const found = await shop.query(
    `select from pg_stat_activity where application_name = 'throughline' and query like 'copy%' and state = 'active'`,
  );
  return (found.rowCount ?? 0) > 0;
}

/** Processes that read databases for this test alone: their folder is below its staging folder. */
function readers(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes('database-process.js') && command.includes(app.staging);
      } catch {
        return false;
      }
    })
    .map(Number);
}
