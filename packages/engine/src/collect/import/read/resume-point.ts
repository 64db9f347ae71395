import type { FilePosition } from './file-record.js';

/** What was counted up to a point. `read` counts records of the file, the others messages. */
export interface ReadCounts {
  readonly read: number;
  /** Messages handed on: to the log or set aside. */
  readonly received: number;
  readonly setAside: number;
  /** Records that no rule of the mapping is for. */
  readonly passedOver: number;
}

/** How far the reading came. */
export type ResumePlace =
  | { readonly phase: 'lines'; readonly position: FilePosition; readonly partBytes: readonly number[] }
  | {
      readonly phase: 'parts';
      readonly partBytes: readonly number[];
      /** The part that is being read, as places in its division: [3] or [3, 7]. */
      readonly part: readonly number[];
      /** Groups of it that were handed on already. */
      readonly groupsDone: number;
      /** Bytes of the lines that were merged so far. */
      readonly mergedBytes: number;
    }
  | { readonly phase: 'end' };

/**
 * Where reading an import can go on without reading anything twice that was handed on. It is JSON, stored with each batch.
 *
 *   lines ──(end of file, lines were put aside)──► parts ──(all parts read)──► end
 *     └──────(end of file, no rule groups lines)──────────────────────────────►┘
 */
export interface ResumePoint extends ReadCounts {
  /** Names of the columns; empty for JSON lines. */
  readonly header: readonly string[];
  readonly place: ResumePlace;
  /** Messages by month of their time (`2026-05`). */
  readonly months?: Readonly<Record<string, number>>;
}
