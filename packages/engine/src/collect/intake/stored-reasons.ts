import { type Reason, reasonsInWords } from '@throughline/core/collect/reason';
import { setAsideReasons } from '@throughline/core/collect/set-aside-reason';
import type { Words } from '@throughline/core/words/words';
import { wordsIn } from '@throughline/core/words/words-in';
import type { SetAsideRow } from './log-row.js';

/** Reasons as a row keeps them. */
export function storedReasons(reasons: readonly Reason[]): Pick<SetAsideRow, 'reasons' | 'reason'> {
  return { reasons, reason: reasonsInWords(reasons, wordsIn('en')) };
}

/** Why, in the reader's language. Rows of an earlier version have no `reasons`, those of a later one may have some not known here. */
export function readReasons(
  { reasons, reason }: { readonly reasons: readonly Reason[] | null; readonly reason: string },
  words: Words,
): string {
  if (reasons === null || reasons.length === 0) return reason;
  const isKnown = reasons.every(({ code }) => Object.hasOwn(setAsideReasons, code));
  return isKnown ? reasonsInWords(reasons, words) : reason;
}
