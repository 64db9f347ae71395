import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { type AppPool, inWorkspace } from '../../../store/postgres/in-workspace.js';
import { allowedAddress } from './allowed-address.js';
import type { DatabaseConnection } from './database-connection.js';
import { findDatabaseHost } from './database-host.sql.js';
import type { Target } from './database-job.js';
import { hostNotAllowed } from './host-not-allowed.js';

/** The connection with the address to connect to, if an admin of the workspace allowed its host. Errors: `database.host-not-allowed`, as `allowedAddress`. */
export async function allowedTarget(ctx: AppPool, workspace: number, connection: DatabaseConnection): Promise<Target> {
  if (connection.checksCertificate && connection.kind === 'mariadb') {
    throw new ThroughlineError('request.invalid', 'checksCertificate: can be asked of PostgreSQL only');
  }
  const allowed = await inWorkspace(ctx, workspace, (client) => findDatabaseHost(client, workspace, connection));
  if (allowed === undefined) throw hostNotAllowed();
  return { ...connection, address: await allowedAddress(connection.host) };
}
