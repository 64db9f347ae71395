import { say } from '../../words/say.js';
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

/** "Next best thing to add: survey answers. They would tell you why." `joiningFile` says what the list is. */
export function nextToAddInWords(next: NextToAdd, joiningFile: string): string {
  if (next === 'joining-list') return say('understand.next.joining-list', { joiningFile });
  return say(`understand.next.${next}`);
}
