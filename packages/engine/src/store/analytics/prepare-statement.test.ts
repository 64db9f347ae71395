import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultAnalyticsLimits } from './analytics-limits.js';
import { deniedFunctions } from './denied-functions.js';
import { type PreparedStatement, prepareStatement } from './prepare-statement.js';
import { quoteName, quoteText } from './quote-sql.js';
import { tokeniseSql } from './tokenise-sql.js';

const denied = deniedFunctions(['file', 'url', 'numbers', 'somethingNew']);
const prepare = (sql: string, settings: Record<string, string> = {}, rows?: Uint8Array): PreparedStatement => {
  const parameters = new Map([['n', '3']]);
  const request = {
    sql,
    rows,
    queryId: 'q1',
    settings: new Map(Object.entries(settings)),
    parameters,
    defaultFormat: 'TSV',
  };
  return prepareStatement(
    request,
    { ...defaultAnalyticsLimits, querySeconds: 60, queryBytes: 10, resultBytes: 20 },
    denied,
  );
};
const caps = (seconds = '60') =>
  `max_execution_time = '${seconds}', max_memory_usage = '10', max_result_bytes = '20', timeout_overflow_mode = 'throw', result_overflow_mode = 'throw'`;

test('a query gets its format and its settings at its end', () => {
  expect(prepare('select 1;')).toEqual({
    kind: 'query',
    sql: `/* query_id:q1 */ select 1 format TSV settings ${caps()}`,
    format: 'TSV',
  });
  expect(prepare('select 1 settings max_threads = 1 \nFORMAT JSONEachRow')).toEqual({
    kind: 'query',
    sql: `/* query_id:q1 */ select 1 settings max_threads = 1 \nFORMAT JSONEachRow settings ${caps()}`,
    format: 'JSONEachRow',
  });
});

test('a lower limit of the client wins, a higher one or none at all does not', () => {
  expect(prepare('select 1', { max_execution_time: '2' })).toMatchObject({ sql: expect.stringContaining(caps('2')) });
  expect(prepare('select 1', { max_execution_time: '600' })).toMatchObject({ sql: expect.stringContaining(caps()) });
  expect(prepare('select 1', { max_execution_time: '0' })).toMatchObject({ sql: expect.stringContaining(caps()) });
  expect(prepare('select 1', { max_execution_time: 'x' })).toMatchObject({ sql: expect.stringContaining(caps()) });
});

test('an insert of rows gets its settings before FORMAT, and its rows are never read as SQL', () => {
  const rows = Buffer.from('{"s":"it\'s; file(\'x\')"}');
  const prepared = prepare('INSERT INTO t (a, b) FORMAT JSONEachRow', { insert_deduplication_token: "a'b" }, rows);
  const sql = `/* query_id:q1 */ INSERT INTO t (a, b)  settings insert_deduplication_token = 'a\\'b', ${caps()} FORMAT JSONEachRow`;
  expect(prepared).toEqual({ kind: 'insert', sql, rows });
  const inline = prepare(`insert into t format JSONEachRow\n${rows}`);
  expect(inline).toMatchObject({ kind: 'insert', rows });
});

test('an insert that selects keeps the settings of its own', () => {
  expect(prepare('insert into t settings max_threads = 1 select {n:UInt8}')).toMatchObject({
    kind: 'query',
    sql: `/* query_id:q1 */ insert into t  settings ${caps()},  max_threads = 1 select _CAST('3', 'UInt8')`,
  });
});

test('a table function the engine has and the allow-list does not is refused, a column of that name is not', () => {
  expect(() => prepare("select * from somethingNew('x')")).toThrow('not allowed');
  expect(() => prepare('select url, `file` from t where x in (select file from t)')).not.toThrow();
  expect(() => prepare("select 'file(1)' as a, /* url(1) */ b from numbers(3) -- url(1)")).not.toThrow();
});

test('a kill is understood in the one form the engine can be trusted with', () => {
  expect(prepare("kill query where query_id = 'abc' async")).toEqual({ kind: 'kill', queryId: 'abc' });
  expect(() => prepare("kill query where user = 'default'")).toThrow('killed by');
});

test('any text or name stays one token once it is quoted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, name) => {
      const kinds = [...tokeniseSql(`select ${quoteText(text)}, ${quoteName(name)} x`)].map((token) => token.kind);
      expect(kinds).toEqual(['word', 'string', 'symbol', 'quoted', 'word']);
    }),
    { numRuns: 1_000 },
  );
});
