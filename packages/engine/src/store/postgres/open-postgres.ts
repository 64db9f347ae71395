import { openDataFolder } from '../data-folder/open-data-folder.js';
import { openSecretsFile } from '../data-folder/secrets-file.js';
import type { LifecycleLog } from './lifecycle-log.js';
import { openEmbeddedPostgres } from './open-embedded-postgres.js';
import { openServerPostgres } from './open-server-postgres.js';
import { postgresSecretNames } from './postgres-passwords.js';
import type { PostgresUrls } from './postgres-urls.js';
import type { RoleNames } from './role-names.js';
import type { PostgresWatch } from './supervise-postgres.js';

export interface OpenPostgresOptions {
  readonly dataFolder: string;
  /** A server of the operator's own, as a role that may make roles; without it the embedded one is used. */
  readonly databaseUrl?: string;
  /** With `databaseUrl`: the three roles, if they are made by the operator. */
  readonly roleUrls?: Omit<PostgresUrls, 'owner'>;
  readonly log: LifecycleLog;
  /** Of the embedded server; 60 unless told. */
  readonly maxConnections?: number;
  /** Called before each start of the embedded server, to give up ballast if the disk is full. */
  readonly makeRoom?: () => Promise<void>;
}

export interface Postgres extends PostgresWatch {
  readonly kind: 'embedded' | 'server';
  readonly version: string;
  readonly urls: PostgresUrls;
  readonly roles: RoleNames;
  /** How the embedded server was found: just made, stopped, or still running after its parent was killed. */
  readonly found: 'made' | 'stopped' | 'running' | 'elsewhere';
}

/**
 * Opens the store of truth and keeps it: one main process per data folder, the server watched and brought back.
 *
 * - A second process on the same folder (or database) gets `data-folder.in-use`, with the first one's address.
 * - `stop` ends the embedded server in order; a server of the operator's own is left running.
 */
export async function openPostgres(options: OpenPostgresOptions): Promise<Postgres> {
  const folder = await openDataFolder(options.dataFolder);
  const secrets = await openSecretsFile(folder.secrets, postgresSecretNames);
  return options.databaseUrl === undefined
    ? openEmbeddedPostgres(options, folder, secrets)
    : openServerPostgres(options, options.databaseUrl, secrets);
}
