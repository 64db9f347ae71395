import { IntlMessageFormat } from 'intl-messageformat';
import type { WordKey } from './en.js';
import { speech } from './speech.js';
import type { Spoken } from './spoken.js';

const compiled = new WeakMap<Spoken, Map<WordKey, IntlMessageFormat>>();

/** One entry of the table of words in the language of this window, its places filled. A missing value throws: a sentence with a hole is a defect. */
export function word(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const spoken = speech.get();
  const formats = compiled.get(spoken) ?? new Map<WordKey, IntlMessageFormat>();
  compiled.set(spoken, formats);
  const format =
    formats.get(key) ?? new IntlMessageFormat(spoken.screens[key], spoken.language, undefined, { ignoreTag: true });
  formats.set(key, format);
  return String(format.format({ ...values }));
}
