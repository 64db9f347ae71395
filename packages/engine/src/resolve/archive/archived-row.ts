import type { LoggedMessage } from '../batch/log.sql.js';

/** Where the manifest put a message: the batch that sent it, its node, and the person of that node at that time. */
export interface ArchivedPlace {
  readonly batch: number;
  readonly node: number;
  readonly person: number;
}

/** A log row as the archive gives it, the same as the log gave it. */
export interface ArchivedRow extends LoggedMessage {
  /** Undefined for what made no interaction, or became one after it was archived. */
  readonly place: ArchivedPlace | undefined;
}
