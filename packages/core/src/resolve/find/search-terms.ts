import { nameWords } from './name-words.js';
import { postcodeWord } from './postcode-word.js';

/** One word of what was typed, in each way it may be stored: as a word of a name, and as a postcode if there is a digit in it. */
export interface SearchTerm {
  readonly words: readonly string[];
}

/** What was typed, word by word; a postcode that is written in two parts is one. Words beyond the sixth are left out. */
export function searchTerms(typed: string): readonly SearchTerm[] {
  const words = nameWords(typed);
  const whole = postcodeWord(typed);
  if (words.length === 2 && whole !== undefined && whole.length <= longestSpaced && words.every(hasDigit)) {
    return [{ words: [whole] }];
  }
  return words.slice(0, mostTerms).map((word) => {
    const postcode = hasDigit(word) ? postcodeWord(word) : undefined;
    return { words: postcode === undefined ? [word] : [word, postcode] };
  });
}

const mostTerms = 6;
const longestSpaced = 9;
const hasDigit = (word: string): boolean => /\d/u.test(word);
