import { IntlMessageFormat } from 'intl-messageformat';
import { en, type WordKey } from './en.js';

const compiled = new Map<WordKey, IntlMessageFormat>();

/** One entry of the table of words, its places filled. A missing value throws: a sentence with a hole is a defect. */
export function word(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  let format = compiled.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(en[key], 'en', undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format({ ...values }));
}
