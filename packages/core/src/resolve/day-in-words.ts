import type { Language } from '../words/language.js';
import type { Wording } from './wording.js';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/** "12 May", with the year if it is not this one. */
export function dayInWords(at: number, { zone, now, words }: Pick<Wording, 'zone' | 'now' | 'words'>): string {
  const locale = locales[words.language];
  const yearOf = (instant: number): string =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: zone }).format(instant);
  const isThisYear = yearOf(at) === yearOf(now);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: zone,
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}
