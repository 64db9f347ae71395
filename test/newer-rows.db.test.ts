import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { askColumns, readLines, readRows } from '../packages/engine/src/collect/connectors/database/read-rows.js';
import { startDebianMariadb } from './debian-mariadb.js';

const mariadb = await startDebianMariadb([
  `create user reader@'%' identified by 'secret'`,
  'create database shop',
  `set time_zone = '+00:00'`,
  'create table shop.instants (id int, at timestamp(3) null)',
  `insert into shop.instants values (3, '2024-10-27 01:10:00.5'), (1, '2024-10-27 00:10:00.123'), (2, '2024-10-27 00:50:00'), (0, null)`,
  'create table shop.clocks (id int, at datetime(3))',
  `insert into shop.clocks values (3, '2024-10-27 02:30:00.500'), (2, '2024-10-27 02:30:00'), (1, '2024-10-26 00:00:00')`,
  'create table shop.days (id int, at date)',
  `insert into shop.days values (3, '2024-10-28'), (2, '2024-10-27'), (1, '2024-10-26')`,
  'create table shop.numbers (id int, at bigint unsigned)',
  `insert into shop.numbers values (3, 18446744073709551615), (2, 18446744073709551614), (1, 18446744073709551613)`,
  `grant select on shop.* to reader@'%'`,
]);
if ('notRun' in mariadb) console.log(`not run: newer rows of MariaDB tables, because ${mariadb.notRun}`);
const folder = mkdtempSync(join(tmpdir(), 'throughline-newer-'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  if (!('notRun' in mariadb)) await mariadb.stop();
});

interface Read {
  readonly ids: readonly number[];
  readonly last: string | null;
}

describe.skipIf('notRun' in mariadb)('of a MariaDB table', () => {
  const target = {
    kind: 'mariadb',
    host: '127.0.0.1',
    address: '127.0.0.1',
    port: 'notRun' in mariadb ? 0 : mariadb.port,
    database: 'shop',
    user: 'reader',
    password: 'secret',
    checksCertificate: false,
  } as const;
  const place = { folder, signal: new AbortController().signal };

  const newer = async (name: string, from: string | null, rows = 100): Promise<Read> => {
    const table = { schema: null, name };
    const columns = await askColumns(target, table, place);
    const limits = { rows, bytes: 1_000_000, ms: 60_000 };
    const { last } = await readRows(target, table, columns, { newer: { column: 'at', from }, limits }, place);
    const lines = readFileSync(readLines(folder), 'utf8').split('\n').slice(0, -1);
    return { ids: lines.map((line) => JSON.parse(line).id), last };
  };

  it.each([
    [
      'instants',
      [0, 1, 2, 3],
      ['2024-10-27T00:10:00.123000Z', '2024-10-27T00:50:00.000000Z', '2024-10-27T01:10:00.500000Z'],
    ],
    ['clocks', [1, 2, 3], ['2024-10-26T00:00:00', '2024-10-27T02:30:00', '2024-10-27T02:30:00.500000']],
    ['days', [1, 2, 3], ['2024-10-26', '2024-10-27', '2024-10-28']],
    ['numbers', [1, 2, 3], ['18446744073709551613', '18446744073709551614', '18446744073709551615']],
  ])('%s: exactly those at or after a value come, in order, a few at a time', async (name, all, values) => {
    expect(await newer(name, null)).toEqual({ ids: all, last: values[2] });
    expect(await newer(name, values[1] ?? '')).toEqual({ ids: [2, 3], last: values[2] });
    expect(await newer(name, values[2] ?? '')).toEqual({ ids: [3], last: values[2] });
    expect(await newer(name, values[0] ?? '', 2)).toEqual({ ids: [1, 2], last: values[1] });
  });

  it('says of each column how it is declared', async () => {
    const columns = await askColumns(target, { schema: null, name: 'instants' }, place);
    expect(columns.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'int(11)'],
      ['at', 'timestamp(3)'],
    ]);
  });
});
