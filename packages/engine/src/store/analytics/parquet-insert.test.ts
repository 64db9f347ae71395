import { expect, it } from 'vitest';
import { parquetInsert } from './parquet-insert.js';

const file = Buffer.from('PAR1');

it('a file becomes a constant, and the columns are those of the insert', () => {
  expect(parquetInsert('/* query_id:x */ insert into a (b, "c") settings d = 1 FORMAT Parquet', file)).toBe(
    `/* query_id:x */ insert into a (b, "c") settings d = 1 select b, "c" from format(Parquet, base64Decode('UEFSMQ=='))`,
  );
});

it('without named columns all of the file are taken', () => {
  expect(parquetInsert('insert into a settings d = 1 format Parquet', file)).toBe(
    `insert into a settings d = 1 select * from format(Parquet, base64Decode('UEFSMQ=='))`,
  );
});

it('an insert in another format is left as it is', () => {
  expect(parquetInsert('insert into a (b) format TabSeparated', file)).toBeUndefined();
  expect(parquetInsert("insert into a settings d = 'format Parquet' format CSV", file)).toBeUndefined();
});
