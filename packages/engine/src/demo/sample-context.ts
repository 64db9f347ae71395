import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Imports } from '../collect/import/imports.js';
import type { IntakeWriter } from '../collect/intake/intake-writer.js';
import type { WriteKeys } from '../collect/sources/find-write-key.js';
import type { DataFolder } from '../store/data-folder/data-folder.js';
import type { AppPool } from '../store/postgres/in-workspace.js';

/** What loading and removing sample companies needs. */
export interface SampleContext extends AppPool {
  readonly workerPool: Pool;
  readonly intake: Pick<IntakeWriter, 'append'>;
  readonly imports: Imports;
  readonly writeKeys: Pick<WriteKeys, 'forget'>;
  readonly dataFolder: DataFolder;
  readonly clock: () => number;
  readonly log: Logger;
}
