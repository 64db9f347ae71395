import type { InteractionKind } from '@throughline/core/understand/interaction-kind';

/** The kinds of words that a filter names. */
export type FilterWord = 'name' | 'channel' | 'touchpoint' | 'location' | 'reason' | 'currency';

/** What the words of conditions are in the analytics engine. Words are found in any case; what does not exist has no codes. */
export interface SegmentCodes {
  readonly codesOf: (kind: FilterWord, words: readonly string[]) => readonly number[];
  /** The one word exactly as it is spelt. */
  readonly codeOf: (kind: FilterWord, word: string) => number | undefined;
  /** Numbers of sources, by their public ids. */
  readonly sourcesOf: (ids: readonly string[]) => readonly number[];
  readonly keysOfKinds: (kinds: readonly InteractionKind[]) => readonly number[];
}
