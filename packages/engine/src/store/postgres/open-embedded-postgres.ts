import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import pg from 'pg';
import type { DataFolder } from '../data-folder/data-folder.js';
import type { Secrets } from '../data-folder/secrets-file.js';
import { type EmbeddedCluster, embeddedCluster } from './embedded-cluster.js';
import { ensureRoles } from './ensure-roles.js';
import { inUseError } from './in-use-error.js';
import { lifecycleSql } from './lifecycle.sql.js';
import { type LockAnswer, type MainLock, takeMainLock } from './main-lock.js';
import type { OpenPostgresOptions, Postgres } from './postgres.js';
import { postgresPasswords } from './postgres-passwords.js';
import type { PostgresUrls } from './postgres-urls.js';
import { roleNames } from './role-names.js';
import type { Postmaster } from './run-postmaster.js';
import { scramVerifier } from './scram-verifier.js';
import { supervisePostgres } from './supervise-postgres.js';

const database = 'throughline';
const owner = 'throughline_owner';

/**
 * The server of the data folder, started or adopted. The lock is held in the database `postgres`, before anything is changed.
 * The owner of the tables is no superuser, as with a server of the operator's own.
 */
export async function openEmbeddedPostgres(
  options: OpenPostgresOptions,
  folder: DataFolder,
  secrets: Secrets,
): Promise<Postgres> {
  const { log } = options;
  await options.makeRoom?.();
  const cluster = await embeddedCluster({ folder, secrets, log, maxConnections: options.maxConnections ?? 60 });
  const instance = randomBytes(4).toString('hex');
  let postmaster = await cluster.run();
  const { adopted } = postmaster;
  try {
    let lock = heldOr(folder, await lockWhenReady(cluster, postmaster, instance, undefined));
    if (!postmaster.upToDate) {
      log.info({}, 'the running PostgreSQL has other settings than this version: it is started anew');
      await lock.session.end();
      await cluster.stop(postmaster);
      postmaster = await cluster.run();
      lock = heldOr(folder, await lockWhenReady(cluster, postmaster, instance, undefined));
    }
    const urls = await prepareDatabase(lock.session, cluster, postmaster.port, secrets);
    const version = await readVersion(lock.session);
    log.info({ version, port: postmaster.port, adopted }, 'PostgreSQL is ready');
    const watch = supervisePostgres({
      lock,
      instance,
      log,
      async regain(address) {
        await options.makeRoom?.();
        postmaster = await cluster.run();
        return lockWhenReady(cluster, postmaster, instance, address);
      },
    });
    let lost = false;
    watch.onLost(() => {
      lost = true;
    });
    return {
      ...watch,
      kind: 'embedded',
      version,
      urls,
      roles: roleNames(database),
      found: adopted ? 'running' : cluster.made ? 'made' : 'stopped',
      async stop() {
        await watch.stop();
        if (!lost) await cluster.stop(postmaster);
      },
    };
  } catch (error) {
    // Of two starters, one may have launched the server and the other got the lock: then it is the other's.
    const otherHasIt = ThroughlineError.is(error) && error.code === 'data-folder.in-use';
    if (!adopted && !otherHasIt) await cluster.stop(postmaster);
    throw error;
  }
}

function heldOr(folder: DataFolder, answer: LockAnswer): MainLock {
  if (answer.type === 'held') return answer.lock;
  throw inUseError(`the data folder ${folder.root}`, answer.address);
}

/** "Ready" is written a moment before, and stays while the server restarts itself after a crash of one session. */
async function lockWhenReady(
  cluster: EmbeddedCluster,
  postmaster: Postmaster,
  instance: string,
  address: string | undefined,
): Promise<LockAnswer> {
  for (const until = Date.now() + 10_000; ; ) {
    try {
      return await takeMainLock(cluster.superuserUrl(postmaster.port, 'postgres'), instance, address);
    } catch (cause) {
      if (Date.now() > until || (cause instanceof pg.DatabaseError && cause.code !== '57P03')) throw cause;
      await pause(50);
    }
  }
}

async function prepareDatabase(
  session: pg.Client,
  cluster: EmbeddedCluster,
  port: number,
  secrets: Secrets,
): Promise<PostgresUrls> {
  const passwords = await postgresPasswords(secrets);
  const names = roleNames(database);
  const verifier = scramVerifier(passwords.owner);
  const there = (await session.query(lifecycleSql.rolesThere, [[owner]])).rowCount === 1;
  await session.query(there ? lifecycleSql.setPassword(owner, verifier) : lifecycleSql.createRole(owner, verifier));
  await session.query(lifecycleSql.letMaintain(owner));
  await ensureRoles(session, names, passwords);
  if ((await session.query(lifecycleSql.databaseThere, [database])).rowCount === 0)
    await session.query(lifecycleSql.createDatabase(database, owner));
  return {
    owner: cluster.url(port, owner, passwords.owner, database),
    intake: cluster.url(port, names.intake, passwords.intake, database),
    app: cluster.url(port, names.app, passwords.app, database),
    worker: cluster.url(port, names.worker, passwords.worker, database),
  };
}

async function readVersion(session: pg.Client): Promise<string> {
  return (await session.query<{ version: string }>(lifecycleSql.facts)).rows[0]?.version ?? 'unknown';
}
