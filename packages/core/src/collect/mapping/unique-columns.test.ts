import { expect, test } from 'vitest';
import { uniqueColumns } from './unique-columns.js';

test('each column has a name of its own', () => {
  expect(uniqueColumns([' mail ', 'name', '', 'name', 'name'])).toEqual([
    'mail',
    'name',
    'Column 3',
    'name (2)',
    'name (3)',
  ]);
});

test('a made-up name never takes that of another column', () => {
  expect(uniqueColumns(['name', 'name', 'name (2)', '', 'Column 4'])).toEqual([
    'name',
    'name (3)',
    'name (2)',
    'Column 4 (2)',
    'Column 4',
  ]);
});
