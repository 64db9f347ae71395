import type { SetAsidePart } from '../../api/set-aside.js';
import { sentences } from '../../words/sentences.js';
import { word } from '../../words/word.js';

/** What a file has set aside, why, and what it looks like; without a suggestion only how many. */
export function partFinding({ suggestion, count, fileName, source }: SetAsidePart): string {
  const from = fileName ?? source;
  if (suggestion === null) return word('setAside.part', { count, from });
  const why = sentences().say(suggestion.why.key, suggestion.why.values);
  const looksLike = sentences().say(suggestion.sentence.key, suggestion.sentence.values);
  return `${word('setAside.part.because', { count, from, why })} ${looksLike}`;
}
