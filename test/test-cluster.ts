import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openDataFolder } from '../packages/engine/src/store/data-folder/open-data-folder.js';
import { openSecretsFile } from '../packages/engine/src/store/data-folder/secrets-file.js';
import { embeddedCluster } from '../packages/engine/src/store/postgres/embedded-cluster.js';
import { ensureRoles } from '../packages/engine/src/store/postgres/ensure-roles.js';
import { lifecycleSql } from '../packages/engine/src/store/postgres/lifecycle.sql.js';
import { migrate } from '../packages/engine/src/store/postgres/migrate.js';
import { postgresSecretNames } from '../packages/engine/src/store/postgres/postgres-passwords.js';
import type { PostgresUrls } from '../packages/engine/src/store/postgres/postgres-urls.js';
import { type RoleNames, roleNames } from '../packages/engine/src/store/postgres/role-names.js';
import { scramVerifier } from '../packages/engine/src/store/postgres/scram-verifier.js';
import { stopPostmaster } from '../packages/engine/src/store/postgres/stop-postmaster.js';

/** What the test files of one run share: a server with a migrated database to copy from. */
export interface TestCluster {
  readonly server: string;
  /** A superuser's, to the database `postgres`. */
  readonly adminUrl: string;
  /** Of the database copied from. */
  readonly template: string;
  readonly templateUrls: PostgresUrls;
  readonly roles: RoleNames;
  readonly owner: string;
  readonly postmaster: { readonly pid: number; readonly cluster: string } | undefined;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The run's cluster: started by whoever asks first, awaited by the others. */
export async function testCluster(runFolder: string): Promise<TestCluster> {
  const first = await mkdir(join(runFolder, 'starting')).then(
    () => true,
    () => false,
  );
  if (first) {
    try {
      await publish(runFolder, { cluster: await start(runFolder) });
    } catch (error) {
      await publish(runFolder, { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  for (;;) {
    const found = await published(runFolder);
    if (found?.cluster !== undefined) return found.cluster;
    if (found?.failed !== undefined) throw new Error(`the PostgreSQL of the tests did not start: ${found.failed}`);
    await pause(20);
  }
}

/** Stops what `testCluster` started, or clears what it made on a server of somebody else's. */
export async function stopTestCluster(runFolder: string): Promise<void> {
  const cluster = (await published(runFolder))?.cluster;
  if (cluster === undefined) return;
  if (cluster.postmaster !== undefined) {
    await stopPostmaster(cluster.postmaster.cluster, cluster.postmaster.pid, silent);
    return;
  }
  await asAdmin(cluster.adminUrl, async (admin) => {
    const made = await admin.query<{ name: string }>(lifecycleSql.databasesLike, [cluster.template]);
    for (const { name } of made.rows) await admin.query(lifecycleSql.dropDatabase(name));
    for (const role of [...Object.values(cluster.roles), cluster.owner]) await admin.query(lifecycleSql.dropRole(role));
  });
}

/** One connection as a superuser. */
export async function asAdmin<T>(adminUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

async function start(runFolder: string): Promise<TestCluster> {
  const given = process.env.THROUGHLINE_TEST_DATABASE_URL;
  const { adminUrl, postmaster } =
    given === undefined || given === '' ? await startEmbedded(runFolder) : { adminUrl: given, postmaster: undefined };
  const template = `throughline_test_${randomBytes(4).toString('hex')}`;
  const owner = `${template}_owner`;
  const roles = roleNames(template);
  const password = randomBytes(16).toString('hex');
  const server = await asAdmin(adminUrl, async (admin) => {
    await admin.query(lifecycleSql.createRole(owner, scramVerifier(password)));
    await admin.query(lifecycleSql.letCreateDatabases(owner));
    await admin.query(lifecycleSql.letMaintain(owner));
    await ensureRoles(admin, roles, { intake: password, app: password, worker: password });
    await admin.query(lifecycleSql.createDatabase(template, owner));
    return (await admin.query<{ version: string }>(lifecycleSql.facts)).rows[0]?.version ?? 'unknown';
  });
  const as = (role: string): string => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = password;
    url.pathname = `/${template}`;
    return url.href;
  };
  const templateUrls = { owner: as(owner), intake: as(roles.intake), app: as(roles.app), worker: as(roles.worker) };
  await migrate(templateUrls.owner, { roles });
  const where = postmaster === undefined ? 'the server of THROUGHLINE_TEST_DATABASE_URL' : 'the embedded server';
  process.stdout.write(`database tests run against PostgreSQL ${server} (${where})\n`);
  return { server, adminUrl, template, templateUrls, roles, owner, postmaster };
}

async function startEmbedded(runFolder: string): Promise<Pick<TestCluster, 'adminUrl' | 'postmaster'>> {
  const folder = await openDataFolder(
    join(runFolder, createHash('sha256').update(runFolder).digest('hex').slice(0, 8)),
  );
  const secrets = await openSecretsFile(folder.secrets, postgresSecretNames);
  const cluster = await embeddedCluster({ folder, secrets, maxConnections: 150, log: silent });
  const running = await cluster.run();
  return {
    adminUrl: cluster.superuserUrl(running.port, 'postgres'),
    postmaster: { pid: running.pid, cluster: folder.postgres },
  };
}

interface Published {
  readonly cluster?: TestCluster;
  readonly failed?: string;
}

async function publish(runFolder: string, outcome: Published): Promise<void> {
  await writeFile(join(runFolder, 'cluster.next'), JSON.stringify(outcome), { mode: 0o600 });
  await rename(join(runFolder, 'cluster.next'), join(runFolder, 'cluster.json'));
}

async function published(runFolder: string): Promise<Published | undefined> {
  const text = await readFile(join(runFolder, 'cluster.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Published);
}
