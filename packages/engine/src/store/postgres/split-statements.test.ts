import { expect, it } from 'vitest';
import { splitStatements } from './split-statements.js';

it('cuts at semicolons', () => {
  expect(splitStatements('select 1;\nselect 2;\n')).toEqual(['select 1;', 'select 2;']);
});

it('keeps a last statement without a semicolon', () => {
  expect(splitStatements('select 1; select 2')).toEqual(['select 1;', 'select 2']);
});

it('leaves out what holds only comments', () => {
  expect(splitStatements('-- nothing; here\n/* nor; /* nested; */ here */ ;;')).toEqual([]);
});

it.each([
  ["select 'it''s; one'"],
  ["select e'back\\'slash; one'"],
  ['select "odd;name" from t'],
  ['do $$ begin perform 1; perform 2; end $$'],
  ['do $body$ begin perform $$;$$; end $body$'],
  ['create rule r as on insert to t do also (insert into a values (1); insert into b values (2))'],
  ['create function f() returns int begin atomic select case when true then 1 else 2 end; select 2; end'],
  ['select 1 -- a comment; with a semicolon\n + 1'],
])('takes as one statement: %s', (statement) => {
  expect(splitStatements(`${statement};\nselect 1;`)).toEqual([`${statement};`, 'select 1;']);
});

it('keeps a comment with the statement it precedes', () => {
  expect(splitStatements('-- why\nselect 1;')).toEqual(['-- why\nselect 1;']);
});
