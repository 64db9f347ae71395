import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { lifecycleSql } from '../packages/engine/src/store/postgres/lifecycle.sql.js';
import type { PostgresUrls } from '../packages/engine/src/store/postgres/postgres-urls.js';
import type { RoleNames } from '../packages/engine/src/store/postgres/role-names.js';
import { asAdmin, testCluster } from './test-cluster.js';

export interface TestDatabase {
  readonly database: string;
  readonly urls: PostgresUrls;
  readonly roles: RoleNames;
  /** Ends its sessions and drops it now rather than at the end of the run. */
  drop(): Promise<void>;
}

export interface TestPostgres extends TestDatabase {
  /** "18.4", "15.10 (Debian …)". */
  readonly server: string;
  /** A superuser's, to the database `postgres`: for what the product's roles may not do. */
  readonly adminUrl: string;
  /** Another database of its own, migrated and empty. */
  fresh(): Promise<TestDatabase>;
  /** The same without any table, for tests of migrations. */
  empty(): Promise<TestDatabase>;
}

/**
 * A migrated, empty database of the asking test file's own, on the one server of the run: embedded, or that of
 * THROUGHLINE_TEST_DATABASE_URL (a superuser's connection string). Whatever is not dropped goes at the end of the run.
 */
export async function testPostgres(): Promise<TestPostgres> {
  const cluster = await testCluster(inject('runFolder'));
  const make = async (filled: boolean): Promise<TestDatabase> => {
    const database = `${cluster.template}_${randomBytes(4).toString('hex')}`;
    await asAdmin(cluster.adminUrl, (admin) =>
      admin.query(
        filled
          ? lifecycleSql.copyDatabase(database, cluster.template, cluster.owner)
          : lifecycleSql.createDatabase(database, cluster.owner),
      ),
    );
    const { owner, intake, app, worker } = cluster.templateUrls;
    const there = (url: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;
    return {
      database,
      roles: cluster.roles,
      urls: { owner: there(owner), intake: there(intake), app: there(app), worker: there(worker) },
      async drop() {
        await asAdmin(cluster.adminUrl, (admin) => admin.query(lifecycleSql.dropDatabase(database)));
      },
    };
  };
  const mine = await make(true);
  return {
    ...mine,
    server: cluster.server,
    adminUrl: cluster.adminUrl,
    fresh: () => make(true),
    empty: () => make(false),
  };
}
