import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { IntakeWriter } from '../../intake/intake-writer.js';

/** What working on one import needs. */
export interface RunContext {
  readonly workerPool: Pool;
  readonly intake: IntakeWriter;
  /** The folder `staging` of the data folder. */
  readonly staging: string;
  readonly clock: () => number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
