import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Actor } from '../../../govern/principal.js';
import type { DataFolder } from '../../../store/data-folder/data-folder.js';
import type { AppPool } from '../../../store/postgres/in-workspace.js';
import type { Imports } from '../../import/imports.js';

/** What working on one sync needs. */
export interface SyncContext extends AppPool {
  readonly workerPool: Pool;
  readonly imports: Imports;
  readonly dataFolder: DataFolder;
  readonly clock: () => number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** See `databaseKey`. */
  readonly key: Buffer;
  readonly takeBack: TakeBack;
}

/** What the room downstream does, passed in: begins to take an import back, and resolves when that stands in the log. */
export type TakeBack = (workspace: number, importId: string, by: Actor) => Promise<void>;
