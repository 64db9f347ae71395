/** Where a record begins: byte and line (counted from 1, as an editor does). */
export interface FilePosition {
  readonly byte: number;
  readonly line: number;
}

/** Why a record cannot be read; each has a sentence `collect.unreadable-line.<reason>` in the words. */
export type UnreadableReason =
  | 'not-text'
  | 'quote-open'
  | 'after-quote'
  | 'too-long'
  | 'cells'
  | 'not-json'
  | 'not-an-object';

/** What a file holds between two ends of record. `next` is where the following one begins. */
export type FileRecord<T> = {
  readonly at: FilePosition;
  readonly next: FilePosition;
} & (
  | { readonly type: 'read'; readonly cells: T }
  | {
      readonly type: 'unreadable';
      readonly reason: UnreadableReason;
      readonly values?: Readonly<Record<string, number>>;
    }
);

/** A record longer than this is set aside: it is a quote that was never closed, or no table at all. */
export const longestRecordBytes = 1024 * 1024;
