import { randomBytes } from 'node:crypto';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import pg from 'pg';
import type { Secrets } from '../data-folder/secrets-file.js';
import { checkServer, type ServerFacts } from './check-server.js';
import { ensureRoles } from './ensure-roles.js';
import { inUseError } from './in-use-error.js';
import { lifecycleSql } from './lifecycle.sql.js';
import { takeMainLock } from './main-lock.js';
import type { OpenPostgresOptions, Postgres } from './postgres.js';
import { postgresPasswords } from './postgres-passwords.js';
import type { PostgresUrls } from './postgres-urls.js';
import { type RoleNames, roleNames } from './role-names.js';
import { supervisePostgres } from './supervise-postgres.js';

/** A server of the operator's own: checked, given three roles unless the operator made them, never started or stopped. */
export async function openServerPostgres(
  options: OpenPostgresOptions,
  ownerUrl: string,
  secrets: Secrets,
): Promise<Postgres> {
  const { log } = options;
  const facts = await checkServer(ownerUrl);
  const instance = randomBytes(4).toString('hex');
  const answer = await takeMainLock(ownerUrl, instance, undefined);
  if (answer.type === 'taken') throw inUseError(`the database ${facts.database} of DATABASE_URL`, answer.address);
  const { lock } = answer;
  try {
    const { urls, roles } =
      options.roleUrls === undefined
        ? await makeRoles(lock.session, ownerUrl, facts, secrets)
        : await readRoles(ownerUrl, facts, options.roleUrls);
    log.info({ version: facts.version, database: facts.database }, 'PostgreSQL is ready');
    const watch = supervisePostgres({
      lock,
      instance,
      log,
      regain: (address) => takeMainLock(ownerUrl, instance, address),
    });
    return { ...watch, kind: 'server', version: facts.version, urls, roles, found: 'elsewhere' };
  } catch (error) {
    await lock.session.end().catch(() => undefined);
    throw error;
  }
}

interface Roles {
  readonly urls: PostgresUrls;
  readonly roles: RoleNames;
}

async function makeRoles(session: pg.Client, ownerUrl: string, facts: ServerFacts, secrets: Secrets): Promise<Roles> {
  const roles = roleNames(facts.database);
  const passwords = await postgresPasswords(secrets);
  const may = await session.query<{ may: boolean }>(lifecycleSql.mayCreateRoles);
  const urls = {
    owner: ownerUrl,
    intake: asRole(ownerUrl, roles.intake, passwords.intake),
    app: asRole(ownerUrl, roles.app, passwords.app),
    worker: asRole(ownerUrl, roles.worker, passwords.worker),
  };
  if (may.rows[0]?.may === true || !(await allAdmitted(urls))) await ensureRoles(session, roles, passwords);
  await checkRoles(urls, facts);
  return { urls, roles };
}

async function readRoles(ownerUrl: string, facts: ServerFacts, given: Omit<PostgresUrls, 'owner'>): Promise<Roles> {
  const urls = { owner: ownerUrl, ...given };
  return { urls, roles: await checkRoles(urls, facts) };
}

/** Each role is asked by itself: settings can be changed per role, and a pooler may stand before one only. */
async function checkRoles(urls: PostgresUrls, facts: ServerFacts): Promise<RoleNames> {
  const [intake, app, worker] = [
    await checkServer(urls.intake),
    await checkServer(urls.app),
    await checkServer(urls.worker),
  ];
  const all = [facts, intake, app, worker];
  if (new Set(all.map((each) => each.role)).size !== all.length || new Set(all.map((each) => each.database)).size !== 1)
    throw new ThroughlineError(
      'postgres.no-roles',
      `DATABASE_URL and its _INTAKE, _APP and _WORKER must name four roles of one database, and they are ${all.map((each) => `${each.role} of ${each.database}`).join(', ')}`,
    );
  return { intake: intake.role, app: app.role, worker: worker.role };
}

async function allAdmitted(urls: PostgresUrls): Promise<boolean> {
  for (const connectionString of [urls.intake, urls.app, urls.worker]) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    const admitted = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (!admitted) return false;
  }
  return true;
}

function asRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}
