import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageKey } from './en.js';
import type { Language } from './language.js';

export type Messages = Readonly<Record<MessageKey, string>>;

/** How sentences are said to one reader. */
export interface Words {
  readonly language: Language;
  /** Formats one sentence of the catalogue. A missing value throws: a sentence with a hole is a defect. */
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
}

/** Sentences are compiled when they are first said. */
export function makeWords(language: Language, messages: Messages): Words {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  return {
    language,
    say: (key, values = {}) => {
      const format = compiled.get(key) ?? new IntlMessageFormat(messages[key], language);
      compiled.set(key, format);
      return String(format.format({ ...values }));
    },
  };
}
