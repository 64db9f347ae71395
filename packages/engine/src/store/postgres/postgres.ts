import type { LifecycleLog } from './lifecycle-log.js';
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
