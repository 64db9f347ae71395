import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClickHouseSettings, createClient } from '@clickhouse/client';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Analytics } from './analytics.js';
import { openAnalytics } from './open-analytics.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = await mkdtemp(join(tmpdir(), 'throughline-analytics-'));
let analytics: Analytics;

beforeAll(async () => {
  const limits = { concurrentQueries: 2, waitingQueries: 3, querySeconds: 5, queryBytes: 100_000_000 };
  analytics = await openAnalytics({ dataFolder: folder, log: silent, limits });
});
afterAll(async () => {
  await analytics?.stop();
  await rm(folder, { recursive: true, force: true });
});

const rows = async <T>(query: string, query_params?: Record<string, unknown>): Promise<T[]> => {
  const answer = await analytics
    .client()
    .query({ query, format: 'JSONEachRow', ...(query_params && { query_params }) });
  return answer.json<T>();
};
const run = (query: string) => analytics.client().command({ query });
const failure = async (call: Promise<unknown>): Promise<Record<string, unknown>> =>
  call.then(
    () => expect.fail('the call did not fail'),
    (error) => error,
  );
const eventually = async (condition: () => Promise<boolean>): Promise<void> =>
  expect.poll(condition, { timeout: 20_000 }).toBe(true);

test('what is inserted in each format the client streams comes back', async () => {
  await run('create table formats (id UInt64, s String) engine = MergeTree order by id');
  const insert = (format: 'JSONEachRow' | 'JSONCompactEachRow', values: readonly unknown[]) =>
    analytics.client().insert({ table: 'formats', format, values: [...values] });
  const inserted = await insert('JSONEachRow', [{ id: 1, s: 'Zoë\n"x"' }]);
  expect(inserted.summary?.written_rows).toBe('1');
  await insert('JSONCompactEachRow', [[2, "it's"]]);
  const exec = async (query: string, body: Buffer) => {
    const { Readable } = await import('node:stream');
    const answer = await analytics.client().exec({ query, values: Readable.from([body], { objectMode: false }) });
    answer.stream.resume();
  };
  await exec('insert into formats format TabSeparated', Buffer.from('3\ta\\tb\n4\tc\n'));
  const binary = Buffer.alloc(10);
  binary.writeBigUInt64LE(10n);
  binary[8] = 1;
  binary[9] = 0x0a;
  await exec('insert into formats format RowBinary', binary);
  await run("insert into formats values (11, 'inline')");
  await run("insert into formats select number + 20, 'selected' from numbers(2)");
  expect(await rows('select id, s from formats order by id')).toEqual([
    { id: 1, s: 'Zoë\n"x"' },
    { id: 2, s: "it's" },
    { id: 3, s: 'a\tb' },
    { id: 4, s: 'c' },
    { id: 10, s: '\n' },
    { id: 11, s: 'inline' },
    { id: 20, s: 'selected' },
    { id: 21, s: 'selected' },
  ]);
});

test('a Parquet file goes in by the names of its columns, whatever bytes are in it', async () => {
  await run('create table files (id UInt64, s String) engine = Memory');
  const made = await analytics.client().exec({
    query: `select hex(sipHash128(number)) as s, number as id from numbers(20000) format Parquet`,
    clickhouse_settings: { output_format_parquet_compression_method: 'zstd' },
  });
  const chunks: Buffer[] = [];
  for await (const chunk of made.stream) chunks.push(Buffer.from(chunk));
  const file = Buffer.concat(chunks);
  expect(file.includes('\n\n')).toBe(true);
  const { Readable } = await import('node:stream');
  const put = (bytes: Buffer) =>
    analytics.client().insert({
      table: 'files',
      columns: ['id', 's'],
      values: Readable.from([bytes], { objectMode: false }),
      format: 'Parquet',
    });
  await put(file);
  expect(await rows('select count() as n, sum(s = hex(sipHash128(id))) as same from files')).toEqual([
    { n: 20_000, same: 20_000 },
  ]);
  expect(await failure(put(file.subarray(0, file.length / 2)))).toMatchObject({
    message: expect.stringContaining('Not a Parquet file'),
  });
});

test('rows with an empty line are refused, since the engine would run what follows it as a statement', async () => {
  await run('create table lines (s String) engine = Memory');
  const { Readable } = await import('node:stream');
  const put = (text: string) =>
    analytics.client().insert({
      table: 'lines',
      values: Readable.from([text], { objectMode: false }),
      format: 'TabSeparated',
    });
  for (const text of ['a\n\ntruncate table formats', 'a\nb\n\n'])
    expect(await failure(put(text))).toMatchObject({ code: '36' });
  await put('a\nb\n');
  expect(await rows('select count() as n from lines')).toEqual([{ n: 2 }]);
  expect(await rows('select count() > 0 as kept from formats')).toEqual([{ kept: 1 }]);
});

test('a setting holds for its own statement only: a de-duplication token never swallows the next insert', async () => {
  await run(`create table tokens (id UInt64) engine = MergeTree order by id
    settings non_replicated_deduplication_window = 100, fsync_after_insert = 1, fsync_part_directory = 1`);
  const insert = (id: number, token?: string) =>
    analytics.client().insert({
      table: 'tokens',
      format: 'JSONEachRow',
      values: [{ id }],
      ...(token !== undefined && { clickhouse_settings: { insert_deduplication_token: token } }),
    });
  await insert(1, 'same');
  await insert(1, 'same');
  expect(await rows('select count() as n from tokens')).toEqual([{ n: 1 }]);
  for (let repeat = 0; repeat < 6; repeat += 1) await insert(2 + repeat);
  expect(await rows('select count() as n from tokens')).toEqual([{ n: 7 }]);
  await insert(9, 'other');
  expect(await rows('select count() as n from tokens')).toEqual([{ n: 8 }]);
});

test('parameters of every kind arrive as they were given, whatever they contain', async () => {
  const nasty = `'; drop table x; -- \\ \t\n "\`{a:String}`;
  const query = `select {a:String} as a, {b:Array(String)} as b, {c:UInt64} as c, {d:Nullable(String)} as d,
    {e:DateTime64(3, 'UTC')} as e, {f:Bool} as f, {g:LowCardinality(String)} as g, '{a:String}' as h,
    [1, 2] = {i:Array(UInt8)} as i, {j:Float64} as j from numbers({n:UInt64}) limit {n:UInt32}`;
  const given = {
    ...{ a: nasty, b: [nasty, 'plain'], c: '18446744073709551615', d: null, e: new Date(1_700_000_000_123) },
    ...{ f: true, g: nasty, i: [1, 2], j: 1.5, n: 1 },
  };
  expect(await rows(query, given)).toEqual(
    [
      {
        ...{ a: nasty, b: [nasty, 'plain'], c: '18446744073709551615', d: null, e: '2023-11-14 22:13:20.123' },
        f: true,
        g: nasty,
        h: '{a:String}',
        i: 1,
        j: 1.5,
      },
    ].map((row) => ({ ...row, c: expect.anything() })),
  );
  const names = await rows('select count() as n from {t:Identifier}', { t: 'tokens' });
  expect(names).toHaveLength(1);
  expect(await failure(rows('select {missing:String}'))).toMatchObject({ code: '456' });
});

test('any text survives as a parameter, alone and in an array', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const given = { a: text, b: [text, 'x'] };
      expect(await rows('select {a:String} as a, {b:Array(String)} as b', given)).toEqual([given]);
    }),
    { numRuns: 100 },
  );
});

test('parameterised queries run side by side without mixing their values', async () => {
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, n) => rows<{ v: number }>('select {v:UInt32} as v, sleep(0.05)', { v: n })),
  );
  expect(answers.map(([row]) => row?.v)).toEqual([0, 1, 2, 3, 4]);
});

test('code, type and message of an engine error reach the client', async () => {
  const error = await failure(rows('select * from no_such_table'));
  expect(error).toMatchObject({ code: '60', type: 'UNKNOWN_TABLE' });
  expect(String(error.message)).toContain('no_such_table');
});

test('a query over the time or memory limit fails, asking for more does not help, and the next one works', async () => {
  const pid = analytics.pid;
  const slow = 'select sum(sipHash64(number)) from numbers(1000000000000)';
  const large = 'select groupArray(number) from numbers(100000000)';
  const withSettings = (query: string, clickhouse_settings: ClickHouseSettings) =>
    failure(analytics.client().query({ query, clickhouse_settings }));
  expect(await withSettings(slow, { max_execution_time: 1 })).toMatchObject({ code: '159', type: 'TIMEOUT_EXCEEDED' });
  expect(await withSettings(slow, { max_execution_time: 0 })).toMatchObject({ code: '159' });
  expect(await withSettings(large, { max_memory_usage: '90000000000' })).toMatchObject({ code: '241' });
  expect(await withSettings('select 1 settings max_memory_usage = 0', {})).toMatchObject({ code: '497' });
  expect(await withSettings(`insert into tokens ${slow}`, {})).toMatchObject({ code: '159' });
  expect(await rows('select 1 as one')).toEqual([{ one: 1 }]);
  expect(analytics.pid).toBe(pid);
});

test('rows of a query that failed halfway never appear in a later answer', async () => {
  const failing = 'select number, throwIf(number = 900000) from numbers(1000000)';
  const small = { max_block_size: '1000', max_threads: 1 };
  for (let round = 0; round < 6; round += 1) {
    const call = analytics.client().query({ query: failing, format: 'JSONEachRow', clickhouse_settings: small });
    expect(await failure(call)).toMatchObject({ code: '395' });
    expect(await rows('select 1 as one')).toEqual([{ one: 1 }]);
  }
});

test('an aborted query, and one that is killed by its id, end in the engine itself', async () => {
  const running = async () =>
    (
      await rows<{ n: string }>("select count() as n from system.processes where query like '%sipHash64(number + 7)%'")
    ).at(0)?.n;
  const slow = 'select sum(sipHash64(number + 7)) from numbers(1000000000000)';
  const controller = new AbortController();
  const aborted = failure(analytics.client().query({ query: slow, abort_signal: controller.signal }));
  await eventually(async () => Number(await running()) === 2);
  controller.abort();
  expect(String((await aborted).message)).toContain('aborted');
  await eventually(async () => Number(await running()) === 1);

  const killed = failure(analytics.client().query({ query: slow, query_id: 'the-one' }));
  await eventually(async () => Number(await running()) === 2);
  await run("kill query where query_id = 'the-one' async");
  expect(await killed).toMatchObject({ code: '394', type: 'QUERY_WAS_CANCELLED' });
});

test('queries beyond the ones that run wait, and beyond the ones that wait are refused', async () => {
  const all = await Promise.allSettled(Array.from({ length: 9 }, () => rows('select sleep(1)')));
  const refused = all.filter((one) => one.status === 'rejected').map((one) => one.reason);
  expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(5);
  expect(refused).toHaveLength(4);
  for (const error of refused) expect(error).toMatchObject({ code: '202', type: 'TOO_MANY_SIMULTANEOUS_QUERIES' });
});

test.each([
  "select * from file('/etc/passwd', 'LineAsString')",
  "select * from `file`('/etc/passwd', 'LineAsString')",
  "select * from FILE /* x */ ('/etc/passwd', 'LineAsString')",
  "select file('/etc/passwd')",
  "select * from url('http://127.0.0.1:1/', 'LineAsString')",
  "select * from s3('http://127.0.0.1:1/x', 'CSV')",
  "select * from remote('127.0.0.1', system.one)",
  "select * from '/etc/passwd'",
  'select * from default.`/etc/passwd`',
  'select * from "default"."/etc/passwd"',
  "insert into function file('/tmp/throughline-out', 'CSV') select 1",
  "select 1 into outfile '/tmp/throughline-out'",
  "insert into tokens from infile '/etc/passwd' format LineAsString",
  'insert into tokens format Values',
  "create table x (a String) engine = File('CSV', '/etc/passwd')",
  "create table x (a String) engine = URL('http://127.0.0.1:1/', 'CSV')",
  "create database x engine = Filesystem('/')",
  "create dictionary x (id UInt64) primary key id source(http(url 'http://127.0.0.1:1/' format 'CSV')) layout(flat())",
  "create dictionary x (id UInt64) primary key id source(clickhouse(host '10.0.0.1' table 'x')) layout(flat())",
  'set max_threads = 1',
  'use system',
  "backup table tokens to File('/tmp/throughline-out')",
  'system shutdown',
  'select 1; select 2',
  'select ‘a’',
])('the second wall refuses: %s', async (statement) => {
  const { code } = await failure(run(statement));
  expect(['497', '62']).toContain(code);
});

test('a password is asked for, and ping answers without one', async () => {
  const stranger = createClient({
    url: analytics.address.url,
    username: 'default',
    password: 'wrong',
    log: { level: 127 },
  });
  expect(await stranger.ping()).toMatchObject({ success: true });
  expect(await failure(stranger.query({ query: 'select 1' }))).toMatchObject({ code: '516' });
  await stranger.close();
  await analytics.ping();
});

test('compressed requests and answers are understood', async () => {
  const { url, username, password, database } = analytics.address;
  const client = createClient({ url, username, password, database, compression: { request: true, response: true } });
  await client.command({ query: 'create table squeezed (s String) engine = MergeTree order by s' });
  const values = Array.from({ length: 1_000 }, (_, n) => ({ s: `row ${n}` }));
  await client.insert({ table: 'squeezed', format: 'JSONEachRow', values });
  const answer = await client.query({ query: 'select s from squeezed', format: 'JSONEachRow' });
  expect(await answer.json()).toHaveLength(1_000);
  await client.close();
});

test('what later work stands on is there: partitions, mutations, dictionaries, JSON paths, neighbours', async () => {
  const table = (name: string) =>
    run(`create table ${name} (id UInt64, month UInt16, s String, props JSON) engine = MergeTree
      partition by month order by id settings non_replicated_deduplication_window = 10`);
  await table('things');
  await table('twin');
  const values = Array.from({ length: 20 }, (_, n) => ({
    id: n,
    month: n,
    s: `s${n}`,
    props: { a: n, deep: { b: 'x' } },
  }));
  const insert = (name: string, max_partitions_per_insert_block: number) =>
    analytics.client().insert({
      table: name,
      format: 'JSONEachRow',
      values,
      clickhouse_settings: {
        max_partitions_per_insert_block: String(max_partitions_per_insert_block),
        max_insert_block_size: '1000000',
      },
    });
  expect(await failure(insert('things', 10))).toMatchObject({ code: '252' });
  await insert('things', 200);
  await insert('twin', 200);
  await analytics.client().command({
    query: 'alter table things delete where id = 3',
    clickhouse_settings: { mutations_sync: '2' },
  });
  expect(await rows('select count() as n from things')).toEqual([{ n: 19 }]);
  await run('alter table things replace partition 3 from twin');
  expect(await rows('select count() as n from things')).toEqual([{ n: 20 }]);
  await run(`create dictionary names (id UInt64, s String) primary key id
    source(clickhouse(query 'select id, s from throughline.things')) layout(hashed()) lifetime(0)`);
  expect(await rows("select dictGet('throughline.names', 's', toUInt64(5)) as s")).toEqual([{ s: 's5' }]);
  await run('system reload dictionary throughline.names');
  const paths =
    'select props.a.:Int64 as a, toString(props.deep.b) as b, count() as n from things where id = 7 group by a, b';
  expect(await rows(paths)).toEqual([{ a: 7, b: 'x', n: 1 }]);
  expect(await rows(`select JSONExtractInt('{"x":4}', 'x') as x`)).toEqual([{ x: 4 }]);
  const next =
    'select id, leadInFrame(id) over (order by id rows between unbounded preceding and unbounded following) as next';
  expect(await rows(`${next} from (select number as id from numbers(2))`)).toEqual([
    { id: 0, next: 1 },
    { id: 1, next: 0 },
  ]);
  const answer = await analytics.client().query({
    query: 'select neighbor(id, 1) as next from (select number as id from numbers(2))',
    format: 'JSONEachRow',
    clickhouse_settings: { allow_deprecated_error_prone_window_functions: 1 },
  });
  expect(await answer.json()).toEqual([{ next: 1 }, { next: 0 }]);
});
