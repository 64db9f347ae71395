import { dayInWords } from './day-in-words.js';
import { identifiersInWords } from './identifiers-in-words.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';
import type { Wording } from './wording.js';

/** "12 May: the shop gave e-mail address and loyalty card together." */
export function recordInWords(record: MatchRecord, identifiers: readonly NodeRef[], wording: Wording): string {
  const { say } = wording.words;
  const day = dayInWords(record.firstOccurredAt, wording);
  const things = identifiersInWords(identifiers, wording.words);
  if (record.kind === 'same') return say('resolve.explain.decided', { day, things });
  const source = wording.sourceName(record.source);
  if (record.kind === 'alias') return say('resolve.explain.alias', { day, things, source });
  return say(record.strength === 'weak' ? 'resolve.explain.visit' : 'resolve.explain.together', {
    day,
    things,
    source,
  });
}
