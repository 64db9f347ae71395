import { foldText } from './fold-text.js';

/** The word that is spelt most like the one given, if one is alike enough to be offered. */
export function nearestWord(given: string, words: readonly string[]): string | null {
  const wanted = foldText(given);
  let nearest: string | null = null;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - given.length) >= least) continue;
    const steps = editSteps(wanted, foldText(word));
    if (steps < least) [nearest, least] = [word, steps];
  }
  return nearest;
}

/** Letters to add, take away or exchange. */
function editSteps(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
