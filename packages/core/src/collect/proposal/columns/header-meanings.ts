import type { Meaning } from '../meaning.js';
import { headerDictionary } from './header-dictionary.js';

/** What a header speaks for, from 0 (nothing) to 1 (it is the very word). */
export function headerMeanings(header: string): ReadonlyMap<Meaning, number> {
  const found = new Map<Meaning, number>();
  const note = (meanings: readonly Meaning[] | undefined, weight: number) => {
    for (const meaning of meanings ?? [])
      if (!isQuestion || answers.has(meaning)) found.set(meaning, Math.max(found.get(meaning) ?? 0, weight));
  };
  const words = headerWords(header);
  // More words are a question that was asked: what is in it is the answer.
  const isQuestion = words.length > 5;
  note(dictionary.get(words.join('')), 1);
  words.forEach((word, at) => {
    note(dictionary.get(word), words.length === 1 ? 1 : 0.7);
    const next = words[at + 1];
    if (next !== undefined) note(dictionary.get(word + next), 0.9);
    if (word.length < 6 || dictionary.has(word)) return;
    for (let cut = 2; cut <= word.length - 4; cut++) note(dictionary.get(word.slice(cut)), 0.5);
    for (let cut = word.length - 3; cut >= 4; cut--) note(dictionary.get(word.slice(0, cut)), 0.35);
  });
  return found;
}

const answers: ReadonlySet<Meaning> = new Set(['score', 'free-text', 'reason', 'category']);

/** "KD_Nr", "kdNr" and "Kd.-Nr." are the words kd and nr. German umlauts are written out, other accents are dropped. */
export function headerWords(header: string): readonly string[] {
  return header
    .slice(0, 120)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

const dictionary: ReadonlyMap<string, readonly Meaning[]> = byWord();

function byWord(): ReadonlyMap<string, readonly Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  for (const [meaning, words] of headerDictionary) {
    for (const word of words.split(' ')) {
      const known = meanings.get(word);
      if (known === undefined) meanings.set(word, [meaning]);
      else known.push(meaning);
    }
  }
  return meanings;
}
