import type { Language } from '@throughline/core/words/language';
import type { Words } from '@throughline/core/words/words';
import type { WordKey } from './en.js';

/** What is said and in which language: sentences of the whole product, and what the screens say of themselves. */
export interface Spoken {
  readonly language: Language;
  readonly sentences: Words;
  readonly screens: Readonly<Record<WordKey, string>>;
}
