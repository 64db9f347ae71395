import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { ImportApp } from './import-app.js';

let app: ImportApp;
let folder = '';
beforeAll(async () => {
  app = await ImportApp.open();
  folder = mkdtempSync(join(tmpdir(), 'throughline-formats-'));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const mapping = (source: string, file: object) => ({
  version: 1,
  source,
  file,
  zone: 'UTC',
  rows: [
    {
      rule: 'order',
      make: 'interaction',
      key: 'id',
      identifiers: { email: '{email}' },
      name: 'Order Completed',
      channel: 'store',
      time: '{at}',
      properties: { amount: '{amount}' },
    },
  ],
});

async function imported(file: string, source: string, form: object): Promise<ImportRun> {
  const run = await app.call<ImportRun>('POST', `/imports/files/${file}/import`, {
    mapping: JSON.stringify(mapping(source, form)),
    source: { new: { name: source, channel: 'store' } },
  });
  return app.ended(run.id);
}

async function amountsOf(email: string): Promise<readonly unknown[]> {
  const found = await app.owner.query<{ body: string }>('select body from intake where position($1 in body) > 0', [
    email,
  ]);
  return found.rows.map(({ body }) => JSON.parse(body).properties?.amount);
}

/** A SQLite file with these statements run in it. */
function sqliteFile(name: string, ...statements: readonly string[]): Buffer {
  const path = join(folder, name);
  const database = new sqlite.Database(path);
  for (const statement of statements) database.exec(statement);
  database.close();
  return readFileSync(path);
}

function avroFile(name: string, query: string, codec = 'deflate'): Buffer {
  const path = join(folder, name);
  const sql = `insert into function file('${path}', 'Avro') ${query} settings output_format_avro_codec = '${codec}'`;
  execFileSync(process.execPath, ['-e', `require('chdb').query(${JSON.stringify(sql)}, 'Null')`]);
  return readFileSync(path);
}

describe('a TSV file', () => {
  it('is read as what it is, quoted tabs and all', async () => {
    const text = 'id\temail\tat\tamount\n1\tt1@example.com\t2026-05-01\t"a\tb"\n2\tt2@example.com\t2026-05-02\tplain\n';
    const staged = await app.staged('orders.tsv', text);
    expect(staged).toMatchObject({
      format: 'csv',
      form: { delimiter: '\t', hasHeader: true },
      columns: ['id', 'email', 'at', 'amount'],
    });
    expect(await imported(staged.id, 'TSV', { format: 'csv', delimiter: '\t' })).toMatchObject({
      state: 'done',
      accepted: 2,
      setAside: 0,
    });
    expect(await amountsOf('t1@example.com')).toEqual(['a\tb']);
  });
});

describe('an Avro file', () => {
  const rows = `select toInt64(9007199254740993 + number) as id, concat('a', toString(number), '@example.com') as email,
    toDateTime64('2026-04-01 10:00:00.5', 3, 'UTC') + number as at, if(number = 1, null, toDecimal64(number, 2) / 4) as amount from numbers(500)`;

  it.each(['deflate', 'snappy', 'null'])('is read whole, compressed by %s', async (codec) => {
    const name = `orders-${codec}`;
    const staged = await app.staged(`${name}.avro`, avroFile(name, rows, codec));
    expect(staged).toMatchObject({
      format: 'avro',
      columns: ['id', 'email', 'at', 'amount'],
      rowCount: { estimate: 500, isExact: true },
    });
    const { yaml } = await app.call<{ yaml: string }>('POST', `/imports/files/${staged.id}/propose`, { answers: {} });
    expect(yaml).toContain('format: avro');
    const run = await imported(staged.id, `Avro ${codec}`, { format: 'avro' });
    expect(run).toMatchObject({ state: 'done', read: 500, accepted: 500, setAside: 0 });
    const first = await app.owner.query<{ body: string }>(
      `select body from intake where body like '%order:9007199254740994"%' and import = (select max(import) from import_run)`,
    );
    expect(JSON.parse(first.rows[0]?.body ?? '{}')).toMatchObject({ timestamp: '2026-04-01T10:00:01.500Z' });
  });

  it('that is cut off is refused by name, and nothing of it is kept', async () => {
    const whole = avroFile('cut', rows);
    for (const cut of [whole.subarray(0, 40), whole.subarray(0, whole.length - 300)]) {
      const answer = await app.drop('cut.avro', cut);
      expect(answer.json<{ code: string; detail: string }>().code).toBe('import.file-unreadable');
      expect(answer.json<{ detail: string }>().detail).not.toContain(app.staging);
    }
  });
});

describe('a SQLite file', () => {
  const orders = [
    'create table orders (id integer primary key, email text, at text, amount real)',
    `insert into orders values (1, 's1@example.com', '2026-05-01T10:00:00Z', 1.5), (2, 's2@example.com', '2026-05-02', 'unknown'),
      (3, 's3@example.com', '2026-05-03', 9223372036854775807), (4, 's4@example.com', '2026-05-04', x'ff00'), (5, 's5@example.com', '2026-05-05', null)`,
    `create table "odd ""name"" 'x'" (a)`,
    'create view emails as select email from orders',
  ];

  it('shows its tables, reads the largest unless told, and keeps what each cell really holds', async () => {
    const staged = await app.staged('shop.db', sqliteFile('shop.db', ...orders));
    expect(staged).toMatchObject({
      format: 'sqlite',
      form: { sheet: 'orders', sheets: [{ name: 'emails' }, { name: `odd "name" 'x'` }, { name: 'orders' }] },
      columns: ['id', 'email', 'at', 'amount'],
      rowCount: { estimate: 5, isExact: true },
    });
    const run = await imported(staged.id, 'SQLite', { format: 'sqlite', sheet: 'orders' });
    expect(run).toMatchObject({ state: 'done', read: 5, accepted: 5, setAside: 0 });
    expect(await amountsOf('s2@example.com')).toEqual(['unknown']);
    expect(await amountsOf('s4@example.com')).toEqual(['0xff00']);
    expect(JSON.stringify(await amountsOf('s3@example.com'))).toMatch(/9223372036854775807|9223372036854776000/);
  });

  it('may have another of its tables chosen, a view too, and says which it has', async () => {
    const staged = await app.staged('chosen.db', sqliteFile('chosen.db', ...orders));
    const chosen = await app.call<{ columns: string[] }>('PATCH', `/imports/files/${staged.id}`, { sheet: 'emails' });
    expect(chosen.columns).toEqual(['email']);
    const missing = await app.ask('PATCH', `/imports/files/${staged.id}`, { sheet: 'nope' });
    expect(missing.json<{ code: string }>().code).toBe('import.sheet-missing');
    const empty = await app.ask('PATCH', `/imports/files/${staged.id}`, { sheet: `odd "name" 'x'` });
    expect(empty.json<{ code: string }>().code).toBe('import.file-empty');
  });

  it('that was written with a log is read as it was closed', async () => {
    const file = sqliteFile('wal.db', ...orders);
    file.set([2, 2], 18);
    expect(await app.staged('wal.db', file)).toMatchObject({ format: 'sqlite', rowCount: { estimate: 5 } });
  });

  it('of a large table is sampled from all over it', async () => {
    const many = `insert into big select value, 'p' || value || '@example.com' from generate_series(1, 20000)`;
    const series = many.replace(
      'generate_series(1, 20000)',
      '(with recursive n(value) as (select 1 union all select value + 1 from n where value < 20000) select value from n)',
    );
    const staged = await app.staged(
      'big.db',
      sqliteFile('big.db', 'create table big (id integer primary key, email text)', series),
    );
    expect(staged.rowCount).toEqual({ estimate: 20_000, isExact: true });
    const { rows } = await app.call<{ rows: { cells: unknown[] }[] }>('GET', `/imports/files/${staged.id}/sample`);
    expect(rows.length).toBeGreaterThan(10);
  });

  it.each([
    ['damaged', () => sqliteFile('damaged.db', ...orders).fill(7, 100, 4_000), 'import.file-unreadable'],
    ['cut off', () => sqliteFile('cut.db', ...orders).subarray(0, 1_000), 'import.file-unreadable'],
    ['without a table', () => sqliteFile('none.db', 'pragma user_version = 3'), 'import.file-empty'],
  ])('%s is refused by name', async (_what, file, code) => {
    const answer = await app.drop('bad.db', file());
    expect(answer.json<{ code: string }>().code).toBe(code);
    expect(answer.body).not.toContain(app.staging);
  });
});
