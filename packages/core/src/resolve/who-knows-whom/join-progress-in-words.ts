import type { Language } from '../../words/language.js';
import type { Words } from '../../words/words.js';
import type { JoinProgress } from './join-progress.js';
import { shareInWords } from './share-in-words.js';

/** "61 % of 8,204 customers are known to two systems or more; at the end of April 2026 it was 48 % of 7,100." */
export function joinProgressInWords(progress: readonly JoinProgress[], words: Words): string {
  const [before, now] = [progress.at(-2), progress.at(-1)];
  if (now === undefined || now.people === 0) return words.say('resolve.progress.nobody');
  const said = { shared: shareInWords(now.shared, now.people, words), people: now.people };
  if (before === undefined || before.people === 0) {
    return words.say('resolve.progress.first', { ...said, month: monthInWords(now.month, words.language) });
  }
  return words.say('resolve.progress', {
    ...said,
    before: shareInWords(before.shared, before.people, words),
    beforePeople: before.people,
    month: monthInWords(before.month, words.language),
  });
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/** "May 2026" of `2026-05`. */
export function monthInWords(month: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
}
