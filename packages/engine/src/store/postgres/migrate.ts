import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import pg from 'pg';
import { migrateSql } from './migrate.sql.js';
import { type Migration, migrationsFolder, readMigrations } from './read-migrations.js';
import type { RoleNames } from './role-names.js';
import { splitStatements } from './split-statements.js';

export interface MigrateOptions {
  readonly roles: RoleNames;
  /** Where the files are; our own unless told. */
  readonly folder?: string;
}

/**
 * Brings the tables up to this version; a second time does nothing. Forward only.
 *
 * - One transaction per file. It begins by entering the file into `schema_migration`: of two starters the second waits there,
 *   finds the entry made, and goes on to the next file.
 * - What was applied must not have changed since (sha-256), and nothing may be applied that this version does not know.
 * - `:intake_role`, `:app_role` and `:worker_role` stand for the quoted names of the roles, in dollar quotes too.
 */
export async function migrate(
  ownerUrl: string,
  options: MigrateOptions,
): Promise<{ readonly applied: readonly string[] }> {
  const migrations = await readMigrations(options.folder ?? migrationsFolder);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'throughline migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await openBook(client, migrations);
    const applied: string[] = [];
    for (const migration of migrations) if (await apply(client, migration, options.roles)) applied.push(migration.name);
    return { applied };
  } finally {
    await client.end();
  }
}

async function openBook(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(migrateSql.begin);
  await client.query(migrateSql.path);
  await client.query(migrateSql.lockBook);
  await client.query(migrateSql.createBook);
  const book = await client.query<{ version: number; name: string; sha256: string }>(migrateSql.book);
  await client.query(migrateSql.commit);
  for (const entry of book.rows) {
    const file = migrations[entry.version - 1];
    if (file === undefined)
      throw new ThroughlineError(
        'postgres.migration-newer',
        `the data were written by a newer version of Throughline (it applied ${entry.name}): start that version, or a newer one`,
      );
    if (file.sha256 !== entry.sha256)
      throw new ThroughlineError(
        'postgres.migration-changed',
        `the migration ${file.name} was changed after it was applied (as ${entry.name}): restore the file, and put the change into a new one`,
      );
  }
}

async function apply(client: pg.Client, migration: Migration, roles: RoleNames): Promise<boolean> {
  const statements = splitStatements(migration.sql);
  await client.query(migrateSql.begin);
  let number = 0;
  try {
    await client.query(migrateSql.path);
    const entered = await client.query(migrateSql.enter, [migration.version, migration.name, migration.sha256]);
    if (entered.rowCount === 0) {
      await client.query(migrateSql.rollback);
      return false;
    }
    for (const statement of statements) {
      number++;
      await client.query(withRoles(statement, roles));
    }
    await client.query(migrateSql.commit);
    return true;
  } catch (cause) {
    await client.query(migrateSql.rollback).catch(() => undefined);
    if (ThroughlineError.is(cause)) throw cause;
    const head = statements[number - 1]?.replace(/\s+/g, ' ').slice(0, 120) ?? 'its entry';
    throw new ThroughlineError(
      'postgres.migration-failed',
      `the migration ${migration.name} failed at statement ${number} (${head}): ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

function withRoles(statement: string, roles: RoleNames): string {
  return statement.replaceAll(/(?<!:):([a-z]+)_role\b/g, (_, role: string) => {
    const name = role === 'intake' || role === 'app' || role === 'worker' ? roles[role] : undefined;
    if (name === undefined || !/^[A-Za-z_][\w-]*$/.test(name))
      throw new ThroughlineError(
        'postgres.migration-failed',
        `the placeholder :${role}_role stands for no role, or for one whose name is not made of letters, digits, "_" and "-"`,
      );
    return `"${name}"`;
  });
}
