import { dayInWords } from '../day-in-words.js';
import type { GoldenTrait } from '../golden-trait.js';
import type { Wording } from '../wording.js';

/** Why the value of a trait is the one we use, in a sentence: "CRM said it last, on 3 May." */
export function whyUsedInWords(
  { rule, source, at, conflicts }: Pick<GoldenTrait, 'rule' | 'source' | 'at' | 'conflicts'>,
  wording: Wording,
): string {
  const { say } = wording.words;
  const day = dayInWords(at, wording);
  if (rule === 'settled') return say('resolve.trait.why.settled', { day });
  const name = wording.sourceName(source);
  if (conflicts.length === 0) return say('resolve.trait.why.alone', { source: name, day });
  return say('resolve.trait.why', { rule: rule.replace('-', '_'), source: name, day });
}
