import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findablePart } from '@throughline/core/resolve/find/findable-part';
import { findableWords } from '@throughline/core/resolve/find/findable-words';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { migrate } from '../postgres/migrate.js';
import { migrationsFolder } from '../postgres/read-migrations.js';

const said = { source: 1, at: 0, rule: 'latest' as const, conflicts: [] };
const people = [
  [{ ...said, trait: 'name', value: 'Jürgen MÜLLER-Lüdenscheidt, Dr.' }],
  [{ ...said, trait: 'name', value: 'Łukasz O’Brien', conflicts: [{ value: "Luka Weiß d'Arc", source: 2, at: 0 }] }],
  [{ ...said, trait: 'firstName', value: 'Иван' }],
  [{ ...said, trait: 'address', value: { postalCode: 'SW1A 1AA', street: 'Mall' } }],
  [{ ...said, trait: 'zip_code', value: 10115 }],
  [{ ...said, trait: 'postcode', value: '' }],
  [{ ...said, trait: 'name', value: null }],
];
const identifiers = [
  { namespace: 'email', value: 'anna.roth@example.com' },
  { namespace: 'phone', value: '+491712345678' },
  { namespace: 'crm:Old', value: 'K-77_A' },
  { namespace: 'anonymous_id', value: '5f0c' },
];

it('words people who were there before as it words those who come', async () => {
  const postgres = await testPostgres();
  const { urls, roles } = await postgres.empty();
  const folder = await mkdtemp(join(tmpdir(), 'throughline-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort();
  for (const name of names.slice(
    0,
    names.findIndex((name) => name.endsWith('-findable.sql')),
  )) {
    await cp(join(migrationsFolder, name), join(folder, name));
  }
  await migrate(urls.owner, { roles, folder });
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`insert into workspace (id, slug, name) values (gen_random_uuid(), 'w', 'W')`);
  for (const [person, golden] of people.entries()) {
    await client.query(`insert into person (workspace, person, recognised, golden) values (1, $1, true, $2)`, [
      person,
      JSON.stringify(golden),
    ]);
  }
  for (const [code, { namespace, value }] of identifiers.entries()) {
    await client.query(`insert into namespace (workspace, code, name) values (1, $1, $2)`, [code, namespace]);
    await client.query(
      `insert into identifier (workspace, node, id, namespace, value, component, created_at)
       values (1, $1::integer, gen_random_uuid(), $1::integer, $2, $1::integer, now())`,
      [code, value],
    );
  }
  await migrate(urls.owner, { roles });

  const words = await client.query<{ person: number; words: string[] }>(
    'select person::float8 as person, tsvector_to_array(words) as words from findable_person',
  );
  expect(new Map(words.rows.map((row) => [row.person, [...row.words].sort()]))).toEqual(
    new Map(
      people.flatMap((golden, person) => {
        const own = [...findableWords(golden)].sort();
        return own.length === 0 ? [] : [[person, own]];
      }),
    ),
  );
  const parts = await client.query<{ node: number; part: string }>(
    'select node::float8 as node, part from findable_identifier',
  );
  expect(new Map(parts.rows.map((row) => [row.node, row.part]))).toEqual(
    new Map(
      identifiers.flatMap((identifier, node) => {
        const part = findablePart(identifier);
        return part === undefined ? [] : [[node, part]];
      }),
    ),
  );
});
