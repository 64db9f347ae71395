import { expect, it } from 'vitest';
import { sourceFiles } from '../../../../../test/source-files.js';
import { byPerson } from './by-person.sql.js';
import { countPersonInteractionsSql, personInteractionsSql } from './person-interactions.sql.js';
import { workspaceTables } from './workspace-tables.sql.js';

/** Only these may name the tables beside the schema: what rewrites them, and the one place that adds the workspace to a query. */
const mayName = [
  'packages/engine/src/resolve/project/delete-rows.sql.ts',
  'packages/engine/src/resolve/project/fold-partition.sql.ts',
  'packages/engine/src/resolve/interactions/workspace-tables.sql.ts',
];
const tableInSql =
  /\b(?:from|join|into|table|exists|update)\s+(?:\w+\.)?(?:interactions(?:_fold)?|node_override(?:_fold)?)\b/i;

it('no other file names the tables of the analytics engine in SQL', () => {
  const naming = sourceFiles('engine')
    .filter((file) => tableInSql.test(file.code))
    .map((file) => file.path);
  expect(naming.sort()).toEqual([...mayName].sort());
});

it('compiled queries read the tables through the workspace alone', () => {
  const tables = workspaceTables(7);
  const queries = [
    byPerson(tables, { columns: ['ts'], aggregates: 'count() as n' }),
    personInteractionsSql(tables, { before: true, channel: true }),
    countPersonInteractionsSql(tables, { channel: true }),
  ];
  for (const query of queries) {
    const references = query.match(/from (?:interactions|node_override)\b[^)]*/g) ?? [];
    expect(references.length).toBeGreaterThan(2);
    for (const reference of references) expect(reference).toContain('where workspace = {workspace:UInt32}');
  }
  expect(tables.parameters).toEqual({ workspace: 7 });
});
