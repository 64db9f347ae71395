import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiledEntry } from '../compiled-entry.js';
import type { Analytics } from './analytics.js';
import { openAnalytics } from './open-analytics.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const base = await mkdtemp(join(tmpdir(), 'throughline-analytics-fault-'));
let analytics: Analytics;

beforeAll(async () => {
  analytics = await openAnalytics({ dataFolder: join(base, 'one'), log: silent });
});
afterAll(async () => {
  await analytics?.stop();
  await rm(base, { recursive: true, force: true });
});

const rows = async <T>(query: string): Promise<T[]> =>
  (await analytics.client().query({ query, format: 'JSONEachRow' })).json<T>();
const run = (query: string) => analytics.client().command({ query });
const isRunning = async (text: string) =>
  (await rows<{ n: number }>(`select count() as n from system.processes where query like '%${text}%'`))[0]?.n === 2;

test('a write that is cut off by a crash says so, and the next calls work by themselves', async () => {
  await run('create table slow (n UInt64) engine = MergeTree order by n');
  const restarts = analytics.restartCount;
  const back = new Promise<void>((resolve) => {
    const stop = analytics.onRestart(() => {
      stop();
      resolve();
    });
  });
  const cut = run('insert into slow select sum(sipHash64(number + 1)) from numbers(1000000000000)').catch(
    (error) => error,
  );
  await expect.poll(() => isRunning('sipHash64(number + 1)'), { timeout: 20_000 }).toBe(true);
  analytics.kill('SIGKILL');
  const error = await cut;
  expect(ThroughlineError.is(error) && error.code).toBe('analytics.unavailable');
  expect(error.details).toEqual({ ambiguous: true });
  expect(await rows('select count() as n from slow')).toEqual([{ n: 0 }]);
  await back;
  expect(analytics.restartCount).toBe(restarts + 1);
  await analytics.ping();
});

test('a read that is cut off by a crash is answered by the next process', async () => {
  const query = 'select count() as n from numbers(6000000000) where sipHash64(number + 2) = 0';
  const answer = rows<{ n: number }>(query);
  await expect.poll(() => isRunning('sipHash64(number + 2)'), { timeout: 20_000 }).toBe(true);
  analytics.kill('SIGKILL');
  await expect.poll(() => isRunning('sipHash64(number + 2)'), { timeout: 20_000 }).toBe(true);
  await run("kill query where query_id = 'nobody'");
  analytics.kill('SIGKILL');
  await expect(answer).rejects.toMatchObject({ code: 'analytics.unavailable' });
  expect(await rows('select 1 as one')).toEqual([{ one: 1 }]);
});

test('what was acknowledged is there once after six crashes, when cut-off batches are repeated under their token', async () => {
  await run(`create table kept (batch UInt32, n UInt32) engine = MergeTree order by (batch, n)
    settings non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1`);
  let cuts = 0;
  let inserted = 0;
  let done = false;
  const insert = async (batch: number): Promise<void> => {
    for (;;) {
      try {
        await analytics.client().insert({
          table: 'kept',
          format: 'JSONEachRow',
          values: Array.from({ length: 1_000 }, (_, n) => ({ batch, n })),
          clickhouse_settings: { insert_deduplication_token: `1:${batch}:0` },
        });
        inserted += 1;
        return;
      } catch (error) {
        if (!ThroughlineError.is(error) || error.code !== 'analytics.unavailable') throw error;
        cuts += 1;
      }
    }
  };
  const inserting = (async () => {
    for (let batch = 0; !done; batch += 1) await insert(batch);
  })();
  for (let kill = 0; kill < 6; kill += 1) {
    const [restarts, before] = [analytics.restartCount, inserted];
    await expect.poll(() => inserted, { timeout: 30_000, interval: 7 }).toBeGreaterThan(before + 25);
    analytics.kill('SIGKILL');
    await expect.poll(() => analytics.restartCount, { timeout: 30_000 }).toBeGreaterThan(restarts);
  }
  done = true;
  await inserting;
  process.stdout.write(`6 kills: ${inserted} batches acknowledged, ${cuts} cut off and repeated\n`);
  const [found] = await rows('select count() as all_rows, uniqExact(batch, n) as distinct_rows from kept');
  expect(found).toEqual({ all_rows: inserted * 1_000, distinct_rows: inserted * 1_000 });
});

test('an idle process above its threshold is replaced without a failing call', async () => {
  const limits = { recycleAboveBytes: 1 };
  const small = await openAnalytics({ dataFolder: join(base, 'recycled'), log: silent, limits });
  try {
    const run = (query: string) => small.client().command({ query });
    const count = async (table: string) =>
      (await small.client().query({ query: `select count() as n from ${table}`, format: 'JSONEachRow' })).json();
    await run('create table kept (n UInt64) engine = MergeTree order by n');
    await run('create table held (n UInt64) engine = Memory');
    await run('insert into kept values (7)');
    const first = small.pid;
    await expect.poll(() => small.rssBytes(), { timeout: 20_000 }).toBeGreaterThan(0);
    await run('insert into held select number from numbers(30000000)');
    await expect.poll(() => small.restartCount, { timeout: 60_000 }).toBe(1);
    expect(small.pid).not.toBe(first);
    expect(await count('kept')).toEqual([{ n: 1 }]);
    expect(await count('held')).toEqual([{ n: 0 }]);
  } finally {
    await small.stop();
  }
});

test('the process ends when its parent is killed, and the folder opens again at once', async () => {
  const folder = join(base, 'orphan');
  const entry = compiledEntry(import.meta.url, './open-analytics.js');
  const script = `
    const { openAnalytics } = await import(${JSON.stringify(entry.href)});
    const log = { info() {}, warn() {}, error() {} };
    const analytics = await openAnalytics({ dataFolder: ${JSON.stringify(folder)}, log });
    await analytics.client().command({ query: 'create table t (n UInt64) engine = MergeTree order by n' });
    void analytics.client().query({ query: 'select sum(sipHash64(number)) from numbers(1000000000000)' });
    console.log(analytics.pid);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const child = Number(line.toString());
  expect(await isAlive(child)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  const again = await openAnalytics({ dataFolder: folder, log: silent });
  expect(await isAlive(child)).toBe(false);
  const answer = await again.client().query({ query: 'select count() as n from t', format: 'JSONEachRow' });
  expect(await answer.json()).toEqual([{ n: 0 }]);
  const last = again.pid ?? 0;
  await again.stop();
  expect(await isAlive(last)).toBe(false);
});

/** False as well for a process that is dead but not yet collected by the system. */
async function isAlive(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== '';
}
