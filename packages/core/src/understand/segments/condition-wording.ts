import type { Wording } from '../../resolve/wording.js';
import type { Language } from '../../words/language.js';
import type { Words } from '../../words/words.js';

/** What sentences about conditions need to know: of the reader, and of the names of things by their public ids. */
export interface ConditionWording extends Pick<Wording, 'words' | 'zone' | 'now'> {
  readonly sourceName: (id: string) => string;
  readonly segmentName: (id: string) => string;
}

const joined: Readonly<Record<'and' | 'or', (language: Language) => Intl.ListFormat>> = {
  and: (language) => new Intl.ListFormat(language, { type: 'conjunction' }),
  or: (language) => new Intl.ListFormat(language, { type: 'disjunction' }),
};

/** "a, b and c", or "a, b or c". */
export function listInWords(parts: readonly string[], by: 'and' | 'or', { language }: Words): string {
  return joined[by](language).format(parts);
}

/** Takes out the gaps that parts without words left. */
export function tidy(sentence: string): string {
  return sentence
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.)])/g, '')
    .trim();
}
