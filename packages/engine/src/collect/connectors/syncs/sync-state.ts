import type { SchemaDrift } from '@throughline/core/collect/syncs/schema-drift';
import type { DatabaseColumn } from '../database/database-column.js';

/*
 * The life of a table that is read again and again. The row in `table_sync` is its state; whoever restarts the server finds it there.
 *
 *   draft ──its file was imported, and somebody said how often──► active ◄──────► paused
 *                                                                  │  ▲
 *                               its columns changed, or too much   ▼  │ a person decides
 *                               of it is gone                      held
 *
 * Within active, one run after the other, each under a lease with a fence:
 *
 *   idle ──due: rows were read──► importing ──in the log and resolved──► idle
 *                                     └──whole table: rows are gone──► removing ──former imports undone──► idle
 *
 * - What is read lies in the staging folder of an import; that import and the step are stored in one transaction, or neither. So a run that
 *   dies before is made again from the same watermark, and one that dies after is an import like any other, which goes on by itself.
 * - The watermark moves only when everything it stands for is resolved. Rows at the watermark itself are read again each time; they fall out as
 *   duplicates, by the ids their mapping gives them.
 * - Whole tables: the new import is in before the former ones are undone, so whoever is still in the table is never gone in between.
 * - A run that fails is made again after a pause that grows.
 */
export const syncStates = ['draft', 'active', 'paused', 'held'] as const;
export type SyncState = (typeof syncStates)[number];
export type SyncStep = 'idle' | 'importing' | 'removing';

/** Why a person must decide. `columns`: the table as it is now. `missing` counts messages. */
export type SyncHeld =
  | ({ readonly type: 'drift'; readonly columns: readonly DatabaseColumn[] } & Omit<SchemaDrift, 'added'>)
  | { readonly type: 'gone'; readonly missing: number; readonly of: number };

/** What holds once the import under way is done. */
export interface SyncUpcoming {
  readonly watermark: string | null;
  /** The read was cut by its limit: there is more at once. */
  readonly isMore: boolean;
  readonly rows: number;
  /** When it was read. */
  readonly at: string;
}
