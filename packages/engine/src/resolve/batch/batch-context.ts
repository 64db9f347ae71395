import type { JoinRules } from '@throughline/core/resolve/join-rules';
import type { ClientBase } from 'pg';
import type { Archive } from '../archive/read-archived-rows.js';
import type { InteractionRow } from '../project/interaction-row.js';
import type { RuleProgress } from '../rules/rule-progress.js';
import type { CodeBook } from './code-book.js';
import type { ChangeCause } from './person-changes.js';
import type { Readings } from './read-batch.js';
import type { ResolveHead } from './resolve-head.sql.js';
import type { StoredSource } from './source-book.sql.js';
import type { SourceReadings } from './source-readings.js';

/** What a batch works with; all of it belongs to one workspace and one open transaction. */
export interface BatchContext {
  readonly client: ClientBase;
  readonly workspace: number;
  readonly rules: JoinRules;
  readonly book: CodeBook;
  readonly head: ResolveHead;
  readonly sources: ReadonlyMap<number, StoredSource>;
  readonly readings: SourceReadings;
  /** What messages of this batch say, if they were read ahead under the same sources. */
  readonly ahead?: Readings | undefined;
  /** De-duplication days that exist, newest first. */
  readonly seenDays: readonly string[];
  /** Where log rows are that left the log; undefined if none ever do. */
  readonly archive: Omit<Archive, 'client'> | undefined;
  /** Takes the rows of a manifest, of use once the batch is committed; left out, none are made. */
  readonly handOver?: ((batch: number, rows: readonly InteractionRow[]) => void) | undefined;
  readonly nowMs: number;
  /** For the feed of persons' changes. */
  readonly cause: ChangeCause;
  /** Tells how far long work has come, outside the transaction. */
  readonly progress: (progress: RuleProgress) => Promise<void>;
}
