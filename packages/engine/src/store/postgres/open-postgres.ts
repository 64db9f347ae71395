import { openDataFolder } from '../data-folder/open-data-folder.js';
import { openSecretsFile } from '../data-folder/secrets-file.js';
import { openEmbeddedPostgres } from './open-embedded-postgres.js';
import { openServerPostgres } from './open-server-postgres.js';
import type { OpenPostgresOptions, Postgres } from './postgres.js';
import { postgresSecretNames } from './postgres-passwords.js';

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
