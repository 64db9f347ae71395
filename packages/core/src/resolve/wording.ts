import type { Words } from '../words/words.js';

/** What sentences need to know of the reader and of the names of things. */
export interface Wording {
  readonly words: Words;
  /** As it stands in a sentence: "the shop". */
  readonly sourceName: (source: number) => string;
  /** IANA name of the reader's zone, and the present instant (to leave out this year). */
  readonly zone: string;
  readonly now: number;
}
