import type { Moment } from './moment.js';

/** One time they turned to us for help or with a complaint. */
export interface Contact extends Omit<Moment, 'place'> {
  /** When the last part of it began; `at` unless they rang again at once. */
  readonly endAt: number;
}

/** Ringing again so soon is the same contact. */
export const redialMs = 30 * 60_000;

/**
 * Contacts of one person, oldest first: what asked for help or complained, in whatever order it comes. Ringing again within half an hour,
 * through the same channel and not about another case, is no contact of its own; the first case and reason named count, and how it went in
 * the end.
 */
export function contactsOf(moments: readonly Moment[]): readonly Contact[] {
  const contacts: Contact[] = [];
  const asked = moments.filter(({ kind }) => kind === 'help' || kind === 'complaint');
  for (const moment of [...asked].sort((a, b) => a.at - b.at)) {
    const last = contacts.at(-1);
    if (last === undefined || !isRedial(last, moment)) {
      contacts.push({ ...moment, endAt: moment.at });
      continue;
    }
    contacts[contacts.length - 1] = {
      ...last,
      endAt: moment.at,
      kind: moment.kind === 'complaint' ? 'complaint' : last.kind,
      outcome: moment.outcome ?? last.outcome,
      reason: last.reason === '' ? moment.reason : last.reason,
      ...(last.caseId === '' ? { caseId: moment.caseId, caseKind: moment.caseKind } : {}),
    };
  }
  return contacts;
}

function isRedial(last: Contact, next: Moment): boolean {
  const isSoon = next.at - last.endAt <= redialMs && !last.isDayOnly && !next.isDayOnly;
  const isOtherCase = last.caseId !== '' && next.caseId !== '' && last.caseId !== next.caseId;
  return isSoon && lineOf(last.channel) === lineOf(next.channel) && !isOtherCase;
}

/** The voice menu and whoever answers behind it are one line. */
function lineOf(channel: string): string {
  return channel === 'ivr' ? 'call_centre' : channel;
}
