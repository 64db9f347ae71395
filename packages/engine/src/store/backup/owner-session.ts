import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import pg from 'pg';
import { openDataFolder } from '../data-folder/open-data-folder.js';
import { openSecretsFile } from '../data-folder/secrets-file.js';
import type { LifecycleLog } from '../postgres/lifecycle-log.js';
import { openPostgres } from '../postgres/open-postgres.js';
import { postgresPasswords, postgresSecretNames } from '../postgres/postgres-passwords.js';
import { isPostmasterOf, readPostmasterFile } from '../postgres/postmaster-file.js';

export interface OwnerSessionOptions {
  readonly dataFolder: string;
  /** A server of the operator's own; without it the embedded one of the data folder. */
  readonly databaseUrl?: string;
  readonly log: LifecycleLog;
}

/** Who owns the tables of the embedded server, and the database they are in. */
const embedded = { role: 'throughline_owner', database: 'throughline' } as const;

/**
 * One connection as the owner of the tables, beside a Throughline that may be running on them. An embedded server that does not run is
 * started for as long as `work` lasts.
 */
export async function withOwnerSession<T>(
  options: OwnerSessionOptions,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  if (options.databaseUrl !== undefined) return connected(options.databaseUrl, work);
  const root = resolve(options.dataFolder);
  const isThere = await readFile(join(root, 'postgres', 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (!isThere)
    throw new ThroughlineError(
      'backup.nothing-there',
      `the folder ${root} holds no Throughline: name its data folder with --data, or its database with DATABASE_URL`,
    );
  const running = await runningUrl(root);
  if (running !== undefined) return connected(running, work);
  const postgres = await openPostgres({ dataFolder: root, log: options.log });
  try {
    return await connected(postgres.urls.owner, work);
  } finally {
    await postgres.stop();
  }
}

async function runningUrl(root: string): Promise<string | undefined> {
  const folder = await openDataFolder(root);
  const file = await readPostmasterFile(folder.postgres);
  if (file?.port === undefined || file.status !== 'ready') return undefined;
  if (!(await isPostmasterOf(file.pid, folder.postgres))) return undefined;
  const { owner } = await postgresPasswords(await openSecretsFile(folder.secrets, postgresSecretNames));
  return `postgres://${embedded.role}:${encodeURIComponent(owner)}@127.0.0.1:${file.port}/${embedded.database}`;
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'throughline backup',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new ThroughlineError(
      'postgres.unreachable',
      `the PostgreSQL server does not let us in: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
