import { joiningFileInWords } from '../../resolve/who-knows-whom/coverage-in-words.js';
import type { JoiningFile } from '../../resolve/who-knows-whom/joining-file.js';
import type { Words } from '../../words/words.js';
import type { InteractionKind } from '../interaction-kind.js';

/** What would tell most if it were added next: a list that joins people, or what is missing to ask the first questions. */
export type NextToAdd = 'anything' | 'orders' | 'contacts' | 'joining-list' | 'answers' | 'messages';

/**
 * By rule, the first that fits. `joinable` is how many people the best joining list would join at most, `people` how many are known.
 * Null if nothing is missing that these rules know of.
 */
export function nextToAdd(given: {
  readonly kinds: ReadonlySet<InteractionKind>;
  readonly joinable: number;
  readonly people: number;
}): NextToAdd | null {
  const { kinds, joinable, people } = given;
  if (people === 0) return 'anything';
  if (!kinds.has('buy')) return 'orders';
  if (!kinds.has('help') && !kinds.has('complaint')) return 'contacts';
  if (joinable >= 5 && joinable * 50 >= people) return 'joining-list';
  if (!kinds.has('feedback')) return 'answers';
  if (!kinds.has('told')) return 'messages';
  return null;
}

/** "Next best thing to add: survey answers. They would tell you why." `file` is the list that would join most, if there is one. */
export function nextToAddInWords(next: NextToAdd, file: JoiningFile | undefined, words: Words): string {
  const { say } = words;
  if (next === 'joining-list') {
    return say('understand.next.joining-list', {
      joiningFile: file === undefined ? '' : joiningFileInWords(file, words),
    });
  }
  return say(`understand.next.${next}`);
}
