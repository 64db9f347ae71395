import { fallbackLanguage, type Language, languageOf } from '@throughline/core/words/language';

/** What to speak before anybody is signed in: what this browser was spoken to in last, else the first of its languages that is spoken. */
export function firstLanguage(last: string | null, wanted: readonly string[]): Language {
  const found = [last ?? '', ...wanted].map(languageOf).find((language) => language !== undefined);
  return found ?? fallbackLanguage;
}
