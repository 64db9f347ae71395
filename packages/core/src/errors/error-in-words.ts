import type { Language } from '../words/language.js';
import { de } from './de.js';

/** An error as a reader of that language is told it: its own message, which is English, or what the catalogue of the language says of its code. */
export function errorInWords(code: string, message: string, language: Language): string {
  if (language === 'en' || !isKnown(code)) return message;
  return de[code].replace('{message}', () => message);
}

function isKnown(code: string): code is keyof typeof de {
  return Object.hasOwn(de, code);
}
