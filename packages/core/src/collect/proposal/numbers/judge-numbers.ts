import type { KnownNumbers, KnownSpace } from './known-numbers.js';

/** What the data say: the numbers are those of a space that is known, they are not, or neither surely. */
export interface NumbersJudged {
  /** The space with most agreement; undefined if no number was found in any. */
  readonly space: KnownSpace | undefined;
  readonly verdict: 'same' | 'other' | 'unsure';
}

/*
 * Two systems that number their customers from 1,000 share thousands of numbers and not one customer. Joined, each of them is two people in one: the
 * worst there is. So numbers are the same only if three customers at least agree and four of five that can be compared; they are others if ten can be
 * compared and no more than one of ten agrees, which common names make by chance. In between somebody has to say.
 */
const fewestAgreeing = 3;
const sameFrom1 = 0.8;
const fewestCompared = 10;
const otherUpTo1 = 0.1;

export function judgeNumbers({ spaces }: KnownNumbers): NumbersJudged {
  const [space] = [...spaces].sort(
    (a, b) => b.agreeing - a.agreeing || b.found - a.found || (a.namespace < b.namespace ? -1 : 1),
  );
  if (space === undefined) return { space, verdict: 'unsure' };
  const compared = space.agreeing + space.differing;
  if (space.agreeing >= fewestAgreeing && space.agreeing >= sameFrom1 * compared) return { space, verdict: 'same' };
  const isOther = compared >= fewestCompared && space.agreeing <= otherUpTo1 * compared;
  return { space, verdict: isOther ? 'other' : 'unsure' };
}
