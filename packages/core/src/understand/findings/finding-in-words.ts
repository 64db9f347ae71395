import { say } from '../../words/say.js';
import type { Finding } from './finding.js';

/** The finding in a sentence; of one that is not found, what was looked for and why there is nothing to say. */
export function findingInWords({ id, state, people, of, number }: Finding): string {
  return say(`understand.finding.${id}`, { state: state === 'too-early' ? 'early' : state, people, of, number });
}

/** How sure it is: the share with its interval, and what to compare with; empty where the sentence says it all. */
export function uncertaintyInWords({ state, share, ordinary, id, leftOut }: Finding): string {
  if (state !== 'found') return '';
  const parts = [
    ...(ordinary === null
      ? []
      : [say(`understand.finding.${id === 'silent' ? 'silent' : 'contact'}-ordinary`, { ordinary })]),
    ...(share === null
      ? [say('understand.finding.share-later')]
      : [
          say('understand.finding.share', {
            share: inNatural(share.value),
            low: inNatural(share.low),
            high: inNatural(share.high),
          }),
        ]),
  ];
  if (leftOut > 0) parts.push(say('understand.finding.left-out', { leftOut }));
  return parts.join(' ');
}

/** What the page opens with. */
export function findingsOpening(findings: readonly Finding[]): string {
  const found = findings.filter(({ state }) => state === 'found');
  const [first] = found;
  if (first !== undefined) return findingInWords(first);
  const isEarly = findings.some(({ state }) => state === 'too-early');
  const isAsked = findings.some(({ state }) => state !== 'not-asked');
  return say('understand.findings.none', { why: isEarly ? 'early' : isAsked ? 'nothing' : 'empty' });
}

/** Parts of a hundred; below one with a decimal. */
function inNatural(share: number): string {
  const percent = share * 100;
  return percent >= 1 || percent === 0 ? String(Math.round(percent)) : percent.toFixed(1);
}
