import type { DataFolder } from '../data-folder/data-folder.js';
import type { Secrets } from '../data-folder/secrets-file.js';
import { initCluster } from './init-cluster.js';
import type { LifecycleLog } from './lifecycle-log.js';
import { postgresAccount } from './postgres-account.js';
import { postgresBinaries } from './postgres-binaries.js';
import { postgresPasswords } from './postgres-passwords.js';
import { type Postmaster, runPostmaster } from './run-postmaster.js';
import { stopPostmaster } from './stop-postmaster.js';

export interface EmbeddedCluster {
  readonly made: boolean;
  /** Makes sure the server runs. A port once given out is kept for as long as this process lives. */
  run(): Promise<Postmaster>;
  stop(postmaster: Postmaster): Promise<void>;
  url(port: number, role: string, password: string, database: string): string;
  superuserUrl(port: number, database: string): string;
}

const superuser = 'postgres';

/** The cluster in the data folder, made if there is none; not yet running. */
export async function embeddedCluster(options: {
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  readonly maxConnections: number;
  readonly log: LifecycleLog;
}): Promise<EmbeddedCluster> {
  const { folder, log, maxConnections } = options;
  const { superuser: password } = await postgresPasswords(options.secrets);
  const binaries = await postgresBinaries();
  const account = await postgresAccount(folder, binaries);
  const made = (await initCluster({ folder, binaries, account, superuser, password })) === 'made';
  let given: number | undefined;
  const url = (port: number, role: string, secret: string, database: string): string =>
    `postgres://${encodeURIComponent(role)}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  return {
    made,
    async run() {
      const postmaster = await runPostmaster({
        folder,
        binaries,
        account,
        maxConnections,
        log,
        ...(given === undefined ? {} : { fixedPort: given }),
      });
      given = postmaster.port;
      return postmaster;
    },
    stop: (postmaster) => stopPostmaster(folder.postgres, postmaster.pid, log),
    url,
    superuserUrl: (port, database) => url(port, superuser, password, database),
  };
}
