import { expect, it } from 'vitest';
import { sourceFiles } from '../../../../../test/source-files.js';
import { byPerson } from './by-person.sql.js';
import { countPersonInteractionsSql, personInteractionsSql } from './person-interactions.sql.js';
import { workspaceTables } from './workspace-tables.sql.js';

/** Only these may name the tables: the schema, what writes them, and the one place that adds the workspace to a query. */
const mayName = [
  'packages/engine/src/store/analytics-schema/0001-interactions.sql.ts',
  'packages/engine/src/resolve/project/engine-rows.sql.ts',
  'packages/engine/src/resolve/interactions/workspace-tables.sql.ts',
];
const tableInSql = /\b(?:from|join|into|table|exists|update)\s+(?:\w+\.)?(?:interactions(?:_fold)?|node_override)\b/i;

it('no other file names the tables of the analytics engine in SQL', () => {
  const naming = sourceFiles('engine')
    .filter((file) => tableInSql.test(file.code))
    .map((file) => file.path);
  expect(naming.sort()).toEqual([...mayName].sort());
});

it('every statement of the writer names its workspace', () => {
  const writer = sourceFiles('engine').find((file) => file.path.endsWith('project/engine-rows.sql.ts'));
  const statements =
    (writer?.code ?? '').match(/(?:alter table|from) (?:interactions|node_override)[^;]*?[`'](?:,|;|\))/g) ?? [];
  expect(statements.length).toBeGreaterThan(5);
  for (const statement of statements) expect(statement).toMatch(/workspace/);
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
