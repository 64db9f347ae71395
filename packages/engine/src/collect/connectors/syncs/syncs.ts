import type { Server } from '../database/database-job.js';

/** What routes may ask of whoever reads tables again and again. */
export interface Syncs {
  /** Resolves when it is not being worked on any more. */
  stop(workspace: number, id: string): Promise<void>;
  /** Ends what is read from a server: it is not allowed any more. */
  stopFrom(workspace: number, server: Server): void;
  /** How many tables are read from a server right now. */
  countFrom(workspace: number, server: Server): number;
}
