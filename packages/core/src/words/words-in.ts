import { de } from './de.js';
import { en } from './en.js';
import type { Language } from './language.js';
import { makeWords, type Words } from './words.js';

const spoken: Readonly<Record<Language, Words>> = { en: makeWords('en', en), de: makeWords('de', de) };

/** For whoever may speak every language at any time; a browser loads one. */
export function wordsIn(language: Language): Words {
  return spoken[language];
}
