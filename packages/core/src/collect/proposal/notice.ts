import type { Sentence } from './sentence.js';

/** Something worth knowing about the file that needs no answer. Counts are of the sampled lines. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly sentence: Sentence;
  readonly columns: readonly string[];
  /** Lines of the file to look at, at most three. */
  readonly lines: readonly number[];
}

export type NoticeKind =
  | 'several-lines-one-interaction'
  | 'lines-without-person'
  | 'placeholders'
  | 'day-only'
  | 'no-value'
  | 'no-person-column';
