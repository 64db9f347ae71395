import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPostgres, testPostgres } from '../../../../../test/test-postgres.js';
import { migrate } from './migrate.js';
import { migrationsFolder, readMigrations } from './read-migrations.js';

let postgres: TestPostgres;
const folders: string[] = [];

beforeAll(async () => {
  postgres = await testPostgres();
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function files(content: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-migrations-'));
  folders.push(folder);
  for (const [name, sql] of Object.entries(content)) await writeFile(join(folder, name), sql);
  return folder;
}

async function rows(url: string, sql: string): Promise<readonly unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('migrating', () => {
  it('applies our own migrations once', async () => {
    const { urls, roles } = postgres;
    const all = await readMigrations(migrationsFolder);
    expect(await rows(urls.owner, 'select name from schema_migration order by version')).toEqual(
      all.map((m) => [m.name]),
    );
    expect(await migrate(urls.owner, { roles })).toEqual({ applied: [] });
  });

  it('applies each file once when eight start together', async () => {
    const { urls, roles } = await postgres.empty();
    const folder = await files({
      '0001-one.sql': 'create table one (n integer);\ninsert into one values (1);',
      '0002-two.sql': 'select pg_sleep(0.05);\ninsert into one values (2);',
    });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => migrate(urls.owner, { roles, folder })));
    expect(outcomes.flatMap((outcome) => outcome.applied).sort()).toEqual(['0001-one.sql', '0002-two.sql']);
    expect(await rows(urls.owner, 'select n from one order by n')).toEqual([[1], [2]]);
  });

  it('leaves nothing of a file that fails, and names the file and the statement', async () => {
    const { urls, roles } = await postgres.empty();
    const folder = await files({ '0001-bad.sql': "create table kept (n integer);\ninsert into kept values ('x');" });
    await expect(migrate(urls.owner, { roles, folder })).rejects.toMatchObject({
      code: 'postgres.migration-failed',
      message: expect.stringMatching(/0001-bad\.sql failed at statement 2 \(insert into kept/),
    });
    expect(await rows(urls.owner, "select to_regclass('kept')")).toEqual([[null]]);
    expect(await rows(urls.owner, 'select version from schema_migration')).toEqual([]);
  });

  it('refuses a file that was changed after it was applied', async () => {
    const { urls, roles } = await postgres.empty();
    const folder = await files({ '0001-one.sql': 'create table one (n integer);' });
    await migrate(urls.owner, { roles, folder });
    await writeFile(join(folder, '0001-one.sql'), 'create table one (n bigint);');
    await expect(migrate(urls.owner, { roles, folder })).rejects.toMatchObject({ code: 'postgres.migration-changed' });
  });

  it('refuses data of a newer version', async () => {
    const { urls, roles } = await postgres.empty();
    const folder = await files({ '0001-one.sql': 'select 1;', '0002-two.sql': 'select 2;' });
    await migrate(urls.owner, { roles, folder });
    await rm(join(folder, '0002-two.sql'));
    await expect(migrate(urls.owner, { roles, folder })).rejects.toMatchObject({ code: 'postgres.migration-newer' });
  });

  it('refuses a gap in the numbers', async () => {
    const { urls, roles } = await postgres.empty();
    const folder = await files({ '0001-one.sql': 'select 1;', '0003-three.sql': 'select 3;' });
    await expect(migrate(urls.owner, { roles, folder })).rejects.toMatchObject({ code: 'postgres.migration-misnamed' });
  });

  it('puts the quoted role names in the place of placeholders, and nowhere else', async () => {
    const { urls, roles } = await postgres.empty();
    const folder = await files({
      '0001-roles.sql': `
        create table t (n integer);
        grant select on t to :app_role, :worker_role;
        do $$ begin execute 'grant insert on t to :intake_role'; end $$;
        create view v as select 'x'::text as plain;`,
    });
    await migrate(urls.owner, { roles, folder });
    expect(
      await rows(
        urls.owner,
        "select grantee, privilege_type from information_schema.role_table_grants where table_name = 't' and grantee <> current_user order by 1",
      ),
    ).toEqual([
      [roles.app, 'SELECT'],
      [roles.intake, 'INSERT'],
      [roles.worker, 'SELECT'],
    ]);
  });

  it('refuses a placeholder it does not know', async () => {
    const { urls, roles } = await postgres.empty();
    const folder = await files({ '0001-roles.sql': 'grant all on schema public to :boss_role;' });
    await expect(migrate(urls.owner, { roles, folder })).rejects.toThrow(':boss_role');
  });
});
