import { spawnSync } from 'node:child_process';
import { chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DebianMariadb, startDebianMariadb } from './debian-mariadb.js';
import { type DebianPostgres, startDebianPostgres } from './debian-postgres.js';
import { publicUrl, setUp, type TestApp, testApp } from './test-app.js';
import { type TestPostgres, testPostgres } from './test-postgres.js';

interface Read {
  readonly id: string;
  readonly state: 'reading' | 'done' | 'failed';
  readonly rows: number;
  readonly file: string | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

const password = `s'e"c\\r<e>t& \${system.env.PATH} ]]> ü`;
const oddTable = `Bestellungen "2024" <x> 'y' \`z\` ü`;
const oddColumn = `a"b\\<c>&'d\`e\${x} ü`;
const piece = 'Größe "x" \\ \n\t\r€😀';
const huge = piece.repeat(20_000);
const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
const generated = generatedTables();
const started = await startDebianPostgres();
const mariadb = await startDebianMariadb(mariadbScript());
if ('notRun' in started) console.log(`not run: reading from PostgreSQL, because ${started.notRun}`);
if ('notRun' in mariadb) console.log(`not run: reading from MariaDB, because ${mariadb.notRun}`);

let test: TestApp;
let postgres: TestPostgres;
let base = '';
let headers: Record<string, string> = {};

beforeAll(async () => {
  postgres = await testPostgres();
  test = await testApp(postgres);
  const { slug, cookie } = await setUp(test);
  base = `/api/w/${slug}`;
  headers = { cookie, origin: publicUrl };
});
afterAll(async () => {
  await test.close();
  if (!('notRun' in started)) started.stop();
  if (!('notRun' in mariadb)) await mariadb.stop();
});

const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, more: Record<string, string> = {}) =>
  test.app.inject({
    method,
    url: base + path,
    headers: { ...headers, ...more },
    ...(payload === undefined ? {} : { payload }),
  });
const allow = async (port: number, host = '127.0.0.1') => {
  const answer = await ask('POST', '/databases/hosts', { host, port });
  expect(answer.statusCode).toBe(201);
};
const codeOf = async (...request: Parameters<typeof ask>): Promise<string> =>
  (await ask(...request)).json<{ code: string }>().code;
const readOf = async (connection: object, table: object, limits: object = {}): Promise<Read> => {
  const begun = await ask('POST', '/databases/reads', { connection, table, limits });
  if (begun.statusCode !== 202) throw new Error(`answered ${begun.statusCode} ${begun.body}`);
  const { id } = begun.json<Read>();
  for (;;) {
    const read = (await ask('GET', `/databases/reads/${id}`)).json<Read>();
    if (read.state !== 'reading') return read;
    await pause(20);
  }
};
const linesOf = (read: Read): readonly string[] => {
  if (read.file === null) throw new Error(`not read: ${JSON.stringify(read.problem)}`);
  const text = readFileSync(join(test.ctx.dataFolder.staging, read.file, 'file'), 'utf8');
  return text.split('\n').slice(0, -1);
};
/** No word of the password anywhere it could be kept. */
const expectNoSecret = async () => {
  expect(test.logged.join('')).not.toContain(`s'e`);
  expect(test.logged.join('')).not.toContain('system.env');
  const staging = test.ctx.dataFolder.staging;
  for (const name of readdirSync(staging, { recursive: true, encoding: 'utf8' })) {
    expect(name).not.toMatch(/config|engine|database|lists/);
  }
};

describe('which servers may be read from', () => {
  const connection = { kind: 'postgresql', host: 'localhost', port: 5432, database: 'x', user: 'x', password: 'x' };

  it('none is at first, and one is after an admin named it, until it is removed', async () => {
    expect(await codeOf('POST', '/databases/tables', { connection })).toBe('database.host-not-allowed');
    expect(await codeOf('POST', '/databases/reads', { connection, table: { schema: null, name: 't' } })).toBe(
      'database.host-not-allowed',
    );
    await allow(1, 'LOCALHOST');
    expect(await codeOf('POST', '/databases/tables', { connection })).toBe('database.host-not-allowed');
    const here = { ...connection, port: 1 };
    expect(await codeOf('POST', '/databases/tables', { connection: here })).toBe('database.unreachable');
    const { items } = (await ask('GET', '/databases/hosts')).json<{ items: { id: string; host: string }[] }>();
    expect(items.map(({ host }) => host)).toEqual(['localhost']);
    expect((await ask('DELETE', `/databases/hosts/${items[0]?.id}`)).statusCode).toBe(204);
    expect(await codeOf('POST', '/databases/tables', { connection: here })).toBe('database.host-not-allowed');
  });

  it('who allowed and who removed one stands in the audit', async () => {
    const client = new pg.Client(postgres.urls.owner);
    await client.connect();
    const { rows } = await client.query<{ action: string; actor: string }>(
      `select action, actor from audit where action like 'databases.%' and detail::text like '%localhost%' order by at`,
    );
    await client.end();
    expect(rows.map(({ action }) => action)).toEqual(['databases.host-allowed', 'databases.host-removed']);
    expect(rows.every(({ actor }) => actor.startsWith('user:'))).toBe(true);
  });

  it.each(['169.254.169.254', '0.0.0.0', '::ffff:169.254.169.254', '2852039166', '0', '127.1', '2130706433'])(
    '%s is refused though an admin allowed it',
    async (host) => {
      await allow(80, host);
      expect(await codeOf('POST', '/databases/tables', { connection: { ...connection, host, port: 80 } })).toBe(
        'database.host-refused',
      );
    },
  );

  it.each(["x', 'y'); select 1", '/var/run/postgresql', 'http://x', 'a b', 'x?y=z', 'localhost:5432', 'mysql(x)'])(
    '%s is no host',
    async (host) => {
      expect(await codeOf('POST', '/databases/hosts', { host, port: 1 })).toBe('request.invalid');
      expect(await codeOf('POST', '/databases/tables', { connection: { ...connection, host } })).toBe(
        'request.invalid',
      );
    },
  );

  it('a request that may hold a password takes no Idempotency-Key, since its fingerprint would be stored', async () => {
    const answer = await ask('POST', '/databases/tables', { connection }, { 'idempotency-key': 'k1' });
    expect(answer.json<{ code: string }>().code).toBe('request.invalid');
  });
});

describe.skipIf('notRun' in started)('a table of a PostgreSQL server', () => {
  let connection: Record<string, unknown> = {};
  let port = 0;

  beforeAll(async () => {
    const { url } = started as DebianPostgres;
    port = Number(new URL(url).port);
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query<{ hba_file: string }>('show hba_file');
    const everybodyElse = 'host all all 127.0.0.1/32 scram-sha-256';
    writeFileSync(rows[0]?.hba_file ?? '', `host all postgres 127.0.0.1/32 trust\n${everybodyElse}\n`);
    await client.query('select pg_reload_conf()');
    const role = (name: string) => `create role ${name} login password ${pg.escapeLiteral(password)}`;
    await client.query(role('reader'));
    await client.query(role('nobody'));
    const table = pg.escapeIdentifier(oddTable);
    await client.query(`create table ${table} (
      id bigint, "Betrag %s" numeric, exact numeric(40, 12), at timestamptz, clock timestamp, day date,
      ${pg.escapeIdentifier(oddColumn)} text, yes boolean, data jsonb, raw json, list int[], bytes bytea, hidden text)`);
    await client.query(
      `insert into ${table} values
        (9223372036854775807, 123456789012345678901234567890.50, 0.000000000001, '2024-03-31 02:30:00.123456+02', '2024-03-31 02:30:00', '0044-01-31',
          $1, true, '{"a": [1.10, null], "b": {"c": "ü\\n"}}', E'{\\n\\t"z": 1.0,\\r\\n "a": "x\\\\n"}', '{1,NULL,3}', '\\xff00', 'not for readers'),
        (null, null, null, 'infinity', null, null, '', false, null, null, null, null, null)`,
      [huge],
    );
    await client.query('create schema "o\'dd"; create view "o\'dd"."v%I" as select 1 as one');
    await client.query('create table secret (x int); create table nothing (x int)');
    await client.query('create table many as select n as id from generate_series(1, 50000) n');
    await client.query('create view endless as select n, pg_sleep(1)::text as slept from generate_series(1, 600) n');
    await client.query('grant select on endless to reader');
    await client.query(`grant usage on schema "o'dd" to reader; grant select on "o'dd"."v%I", nothing, many to reader`);
    const columns = `id, "Betrag %s", exact, at, clock, day, ${pg.escapeIdentifier(oddColumn)}, yes, data, raw, list, bytes`;
    await client.query(`grant select (${columns}) on ${table} to reader`);
    await client.query('analyze many');
    for (const { name, columns, rows } of generated) {
      const quoted = columns.map((column) => pg.escapeIdentifier(column));
      const table = pg.escapeIdentifier(name);
      await client.query(`create table ${table} (${quoted.map((column) => `${column} text`).join(', ')})`);
      await client.query(`grant select on ${table} to reader`);
      const places = columns.map((_, at) => `$${at + 1}`).join(', ');
      for (const row of rows) await client.query(`insert into ${table} values (${places})`, [...row]);
    }
    await client.end();
    await allow(port);
    connection = { kind: 'postgresql', host: '127.0.0.1', port, database: 'company', user: 'reader', password };
  });

  it('is listed with what the user may read, and about how many rows it has', async () => {
    const { tables } = (await ask('POST', '/databases/tables', { connection })).json<{ tables: object[] }>();
    expect(tables).toEqual(
      expect.arrayContaining([
        { schema: 'public', name: 'many', kind: 'table', rows: 50_000 },
        { schema: 'public', name: oddTable, kind: 'table', rows: null },
        { schema: "o'dd", name: 'v%I', kind: 'view', rows: null },
      ]),
    );
    expect(JSON.stringify(tables)).not.toContain('secret');
  });

  it('arrives exactly: decimals, times with and without a zone, JSON, odd names and long text', async () => {
    const read = await readOf(connection, { schema: 'public', name: oddTable });
    const [first = '', second = ''] = linesOf(read);
    expect(read.rows).toBe(2);
    expect(JSON.parse(first)).toEqual({
      id: '9223372036854775807',
      'Betrag %s': '123456789012345678901234567890.50',
      exact: '0.000000000001',
      at: '2024-03-31T00:30:00.123456+00:00',
      clock: '2024-03-31T02:30:00',
      day: '0044-01-31',
      [oddColumn]: huge,
      yes: true,
      data: { a: [1.1, null], b: { c: 'ü\n' } },
      raw: { z: 1, a: 'x\n' },
      list: [1, null, 3],
      bytes: '\\xff00',
    });
    expect(first).toContain('[1.10, null]');
    expect(JSON.parse(second)).toMatchObject({ id: null, at: 'infinity', [oddColumn]: '', yes: false });
    await expectNoSecret();
  });

  it('goes on as any file that was handed in', async () => {
    const { file } = await readOf(connection, { schema: 'public', name: 'many' });
    const staged = (await ask('GET', `/imports/files/${file}`)).json<{ name: string; columns: string[] }>();
    expect(staged).toMatchObject({ name: 'many.jsonl', format: 'jsonl', columns: ['id'] });
    const proposed = await ask('POST', `/imports/files/${file}/propose`, { answers: {} });
    expect(proposed.statusCode).toBe(200);
    const lines = linesOf({ id: '', state: 'done', rows: 0, file, problem: null });
    expect(lines.length).toBe(50_000);
    expect(lines.at(-1)).toBe('{"id":50000}');
  });

  it('arrives exactly whatever its names and values are', async () => {
    for (const table of generated) {
      const read = await readOf(connection, { schema: 'public', name: table.name });
      expect(textsOf(read), `seed ${seed}`).toEqual(expectedOf(table));
    }
  });

  it('is read from a view of another schema too', async () => {
    expect(linesOf(await readOf(connection, { schema: "o'dd", name: 'v%I' }))).toEqual(['{"one":1}']);
  });

  it.each([
    ['a wrong password', { password: 'x' }, 'database.wrong-password'],
    ['another user', { user: "reader'; drop table many; --" }, 'database.wrong-password'],
    ['another database', { database: 'company sslmode=disable' }, 'database.missing'],
    [
      'an unencrypted server, if its certificate is to be checked',
      { checksCertificate: true },
      'database.certificate-refused',
    ],
  ])('%s is said so', async (_what, other, code) => {
    expect(await codeOf('POST', '/databases/tables', { connection: { ...connection, ...other } })).toBe(code);
  });

  it.each([
    [{ schema: 'public', name: 'nope' }, 'database.table-missing'],
    [{ schema: 'public', name: 'secret' }, 'database.table-missing'],
    [{ schema: 'pg_catalog', name: 'pg_authid' }, 'database.table-missing'],
    [{ schema: 'public', name: 'many) to program $$id$$ --' }, 'database.table-missing'],
    [{ schema: 'public', name: "mysql('x','y','z','u','p')" }, 'database.table-missing'],
    [{ schema: 'public', name: 'nothing' }, 'database.table-empty'],
  ])('%j fails by name: %s', async (table, code) => {
    expect((await readOf(connection, table)).problem?.code).toBe(code);
  });

  it('that is too large is refused, and nothing of it stays', async () => {
    const before = readdirSync(test.ctx.dataFolder.staging).length;
    const many = { schema: 'public', name: 'many' };
    expect((await readOf(connection, many, { rows: 49_999 })).problem?.code).toBe('database.too-large');
    expect((await readOf(connection, many, { rows: 50_000 })).state).toBe('done');
    expect(readdirSync(test.ctx.dataFolder.staging).length).toBe(before + 1);
  });

  it.skipIf(spawnSync('openssl', ['version']).status !== 0)(
    'is read over an encrypted connection, unless its certificate is to be checked and nobody known signed it',
    async () => {
      const client = new pg.Client((started as DebianPostgres).url);
      await client.connect();
      const { rows } = await client.query<{ hba_file: string }>('show hba_file');
      const folder = dirname(rows[0]?.hba_file ?? '');
      const [key, certificate] = [join(folder, 'own.key'), join(folder, 'own.crt')];
      const wanted = ['-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-keyout', key, '-out', certificate];
      expect(spawnSync('openssl', ['req', '-x509', ...wanted]).status).toBe(0);
      const { uid, gid } = statSync(folder);
      for (const file of [key, certificate]) chownSync(file, uid, gid);
      writeFileSync(join(folder, 'pg_hba.conf'), 'host all postgres all trust\nhostssl all all all scram-sha-256\n');
      await client.query(`alter system set ssl_key_file = 'own.key'`);
      await client.query(`alter system set ssl_cert_file = 'own.crt'`);
      await client.query('alter system set ssl = on');
      await client.query('select pg_reload_conf()');
      await client.end();
      await expect
        .poll(async () => (await ask('POST', '/databases/tables', { connection })).statusCode, { timeout: 20_000 })
        .toBe(200);
      expect(
        await codeOf('POST', '/databases/tables', { connection: { ...connection, checksCertificate: true } }),
      ).toBe('database.certificate-refused');
    },
  );

  it('is forgotten when it is stopped', async () => {
    const begun = await ask('POST', '/databases/reads', { connection, table: { schema: 'public', name: 'many' } });
    const { id } = begun.json<Read>();
    expect((await ask('DELETE', `/databases/reads/${id}`)).statusCode).toBe(204);
    expect(await codeOf('GET', `/databases/reads/${id}`)).toBe('request.not-found');
    await expect.poll(() => readdirSync(test.ctx.dataFolder.staging)).not.toContain(id);
  });

  it('is not read on when its server is not allowed any more', async () => {
    const begun = await ask('POST', '/databases/reads', { connection, table: { schema: 'public', name: 'endless' } });
    const { id } = begun.json<Read>();
    const { items } = (await ask('GET', '/databases/hosts')).json<{
      items: { id: string; port: number; reading: number }[];
    }>();
    const server = items.find((one) => one.port === port);
    expect(server).toMatchObject({ reading: 1 });
    expect((await ask('DELETE', `/databases/hosts/${server?.id}`)).statusCode).toBe(204);
    await expect
      .poll(async () => (await ask('GET', `/databases/reads/${id}`)).json<Read>(), { timeout: 60_000 })
      .toMatchObject({ state: 'failed', problem: { code: 'database.host-not-allowed' } });
    await expect.poll(() => readdirSync(test.ctx.dataFolder.staging)).not.toContain(id);
    await allow(port);
  });
});

describe.skipIf('notRun' in mariadb)('a table of a MariaDB server', () => {
  let connection: Record<string, unknown> = {};

  beforeAll(async () => {
    const { port } = mariadb as DebianMariadb;
    await allow(port);
    connection = { kind: 'mariadb', host: '127.0.0.1', port, database: 'shop', user: 'reader', password };
  });

  it('is listed with about how many rows it has', async () => {
    const answer = await ask('POST', '/databases/tables', { connection });
    const { tables } = answer.json<{ tables: object[] }>();
    expect(tables.filter((one) => !generated.some(({ name }) => 'name' in one && one.name === name))).toEqual([
      { schema: null, name: oddTable, kind: 'table', rows: expect.any(Number) },
      { schema: null, name: 'nothing', kind: 'table', rows: 0 },
      { schema: null, name: 'one', kind: 'view', rows: null },
    ]);
  });

  it('arrives exactly: decimals, times with and without a zone, JSON, odd names and long text', async () => {
    const read = await readOf(connection, { schema: null, name: oddTable });
    const [second = '', first = ''] = linesOf(read).toSorted((a, b) => a.length - b.length);
    expect(read.rows).toBe(2);
    expect(JSON.parse(first)).toEqual({
      id: '18446744073709551615',
      'Betrag %s': '12345678901234567890.1234567890',
      at: '2024-10-27T00:30:00.123000Z',
      later: '2024-10-27T01:30:00.000000Z',
      clock: '2024-10-27T02:30:00',
      day: '1000-01-31',
      [oddColumn]: huge,
      yes: true,
      small: 3,
      share: 0.1,
      kind: "it's",
      data: { a: [1.1, null], b: { c: 'ü' } },
      bytes: '0xFF00',
    });
    expect(first).toContain('1.10');
    expect(JSON.parse(second)).toMatchObject({ id: '2', at: null, [oddColumn]: '', yes: false });
    await expectNoSecret();
  });

  it('arrives exactly whatever its names and values are', async () => {
    for (const table of generated) {
      const read = await readOf(connection, { schema: null, name: table.name });
      expect(textsOf(read), `seed ${seed}`).toEqual(expectedOf(table));
    }
  });

  it('goes on as any file that was handed in, from a view too', async () => {
    const read = await readOf(connection, { schema: null, name: 'one' });
    expect(linesOf(read)).toEqual(['{"one":1}']);
    const staged = (await ask('GET', `/imports/files/${read.file}`)).json<object>();
    expect(staged).toMatchObject({ name: 'one.jsonl', format: 'jsonl', columns: ['one'] });
  });

  it.each([
    ['a wrong password', { password: 'x' }, 'database.wrong-password'],
    ['another user', { user: "reader'; drop table one; --" }, 'database.wrong-password'],
    ['another database', { database: "shop', 'x" }, 'database.denied'],
    ['a name with control characters', { database: 'shop\u0001' }, 'request.invalid'],
  ])('%s is said so', async (_what, other, code) => {
    expect(await codeOf('POST', '/databases/tables', { connection: { ...connection, ...other } })).toBe(code);
  });

  it.each([
    [{ schema: null, name: 'nope' }, 'database.table-missing'],
    [{ schema: null, name: '</query><query>select 1' }, 'database.table-missing'],
    [{ schema: null, name: "one` union select * from mysql.user -- '" }, 'database.table-missing'],
    [{ schema: null, name: "'); select * from url('http://127.0.0.1/') --" }, 'database.table-missing'],
    [{ schema: null, name: 'nothing' }, 'database.table-empty'],
  ])('%j fails by name: %s', async (table, code) => {
    expect((await readOf(connection, table)).problem?.code).toBe(code);
  });

  it('that is too large is refused, and nothing of it stays', async () => {
    const before = readdirSync(test.ctx.dataFolder.staging).length;
    const table = { schema: null, name: oddTable };
    expect((await readOf(connection, table, { rows: 1 })).problem?.code).toBe('database.too-large');
    expect(readdirSync(test.ctx.dataFolder.staging).length).toBe(before);
  });
});

interface GeneratedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Names of what quoting is done with, values of any text. */
function generatedTables(): readonly GeneratedTable[] {
  const odd = [...`'"\`\\<>&;,.()[]{}$%#?!*/-=|~^@: aZ0ü€ß中`];
  const name = fc.string({ unit: fc.constantFrom(...odd), maxLength: 12 });
  const value = fc.option(fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !/\p{Cs}|\0/u.test(text)));
  const table = fc.tuple(name, fc.array(name, { minLength: 1, maxLength: 6 })).chain(([own, columns]) =>
    fc.record({
      name: fc.constant(`t ${own}.`),
      columns: fc.constant(columns.map((column, at) => `${at} ${column}.`)),
      rows: fc.array(fc.tuple(...columns.map(() => value)), { minLength: 1, maxLength: 12 }),
    }),
  );
  return fc.sample(table, { seed, numRuns: 4 }).map((one, at) => ({ ...one, name: `${at}${one.name}` }));
}

const expectedOf = ({ columns, rows }: GeneratedTable): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])))).sort();

const textsOf = (read: Read): readonly string[] =>
  linesOf(read)
    .map((line) => JSON.stringify(JSON.parse(line)))
    .sort();

function mariadbScript(): readonly string[] {
  const text = (value: string) => `convert(0x${Buffer.from(value).toString('hex')} using utf8mb4)`;
  const name = (value: string) => `\`${value.replaceAll('`', '``')}\``;
  const secret = password.replace(/[\\']/g, '\\$&');
  const odd = name(oddTable);
  return [
    // A zone whose clock shows half past two twice on the night of 27 October 2024.
    `create user reader@'%' identified by '${secret}'`,
    'create database shop character set utf8mb4',
    `create table shop.${odd} (id bigint unsigned, ${name('Betrag %s')} decimal(38, 10), at timestamp(3) null, later timestamp null, clock datetime, day date, ${name(oddColumn)} longtext, yes bit(1), small tinyint(1), share float, kind enum('it''s', 'b'), data json, bytes blob)`,
    `set time_zone = '+00:00'`,
    `insert into shop.${odd} values (18446744073709551615, 12345678901234567890.1234567890, '2024-10-27 00:30:00.123', '2024-10-27 01:30:00', '2024-10-27 02:30:00', '1000-01-31', repeat(${text(piece)}, 20000), b'1', 3, 0.1, 'it''s', ${text('{"a": [1.10, null],\n "b": {"c": "ü"}}')}, x'ff00'), (2, null, null, null, null, null, '', b'0', null, null, null, null, null)`,
    'create table shop.nothing (x int)',
    ...generated.flatMap((table) => [
      `create table shop.${name(table.name)} (${table.columns.map((column) => `${name(column)} text`).join(', ')})`,
      ...table.rows.map((row) => {
        const values = row.map((value) => (value === null ? 'null' : value === '' ? `''` : text(value)));
        return `insert into shop.${name(table.name)} values (${values.join(', ')})`;
      }),
    ]),
    'create sql security invoker view shop.one as select 1 as one',
    `grant select on shop.* to reader@'%'`,
  ];
}
