import type { Language } from '../../words/language.js';
import type { Words } from '../../words/words.js';
import type { Finding } from './finding.js';

/** The finding in a sentence; of one that is not found, what was looked for and why there is nothing to say. */
export function findingInWords({ id, state, people, of, number }: Finding, { say }: Words): string {
  return say(`understand.finding.${id}`, { state: state === 'too-early' ? 'early' : state, people, of, number });
}

/** How sure it is: the share with its interval, and what to compare with; empty where the sentence says it all. */
export function uncertaintyInWords({ state, share, ordinary, id, leftOut }: Finding, { say, language }: Words): string {
  if (state !== 'found') return '';
  const parts = [
    ...(ordinary === null
      ? []
      : [say(`understand.finding.${id === 'silent' ? 'silent' : 'contact'}-ordinary`, { ordinary })]),
    ...(share === null
      ? [say('understand.finding.share-later')]
      : [
          say('understand.finding.share', {
            share: inNatural(share.value, language),
            low: inNatural(share.low, language),
            high: inNatural(share.high, language),
          }),
        ]),
  ];
  if (leftOut > 0) parts.push(say('understand.finding.left-out', { leftOut }));
  return parts.join(' ');
}

/** What the page opens with. */
export function findingsOpening(findings: readonly Finding[], words: Words): string {
  const found = findings.filter(({ state }) => state === 'found');
  const [first] = found;
  if (first !== undefined) return findingInWords(first, words);
  const isEarly = findings.some(({ state }) => state === 'too-early');
  const isAsked = findings.some(({ state }) => state !== 'not-asked');
  return words.say('understand.findings.none', { why: isEarly ? 'early' : isAsked ? 'nothing' : 'empty' });
}

/** Parts of a hundred; below one with a decimal. */
function inNatural(share: number, language: Language): string {
  const percent = share * 100;
  const digits = percent >= 1 || percent === 0 ? 0 : 1;
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    percent,
  );
}
