import type { Language } from '../words/language.js';
import type { Words } from '../words/words.js';

const lists: Readonly<Record<Language, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
  de: new Intl.ListFormat('de', { type: 'conjunction' }),
};

/** "the shop, the app and the call centre". */
export function namesInWords(names: readonly string[], { language }: Words): string {
  return lists[language].format(names);
}
