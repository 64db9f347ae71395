import type { Contact } from './contact.js';
import type { Moment } from './moment.js';

const dayMs = 86_400_000;

/** What comes later than this is no answer any more. */
export const latestAnswerMs = 60 * dayMs;

export interface Wait {
  readonly ms: number;
  /** It is known by its days alone: a whole number of them. */
  readonly isDayOnly: boolean;
}

export interface Waits {
  /** Answered ones, the shortest first. */
  readonly answered: readonly Wait[];
  /** Since when each contact is open that nothing has answered, the oldest first. */
  readonly open: readonly number[];
  /** Contacts that were answered while they lasted, as calls are that did not go badly. */
  readonly atOnce: number;
}

const live: ReadonlySet<string> = new Set(['call_centre', 'ivr', 'chat', 'store', 'sales_visit', 'event']);

/**
 * How long somebody waited from turning to us until we answered or solved it, round the clock. An answer about another case is none; one that names no
 * case answers whatever is open. `until`: as far as we know everything; what is older than 60 days by then without an answer counts no more as open.
 */
export function waits(contacts: readonly Contact[], moments: readonly Moment[], until: number): Waits {
  const answers = moments.filter(({ kind }) => kind === 'served' || kind === 'solved').sort((a, b) => a.at - b.at);
  const answered: Wait[] = [];
  const open: number[] = [];
  let atOnce = 0;
  for (const contact of contacts) {
    if (live.has(contact.channel) && contact.outcome !== 'badly') {
      atOnce += 1;
      continue;
    }
    const answer = answers.find((one) => answersIt(contact, one));
    if (answer !== undefined) answered.push(waitBetween(contact, answer));
    else if (contact.at <= until && until - contact.at <= latestAnswerMs) open.push(contact.at);
  }
  return { answered: answered.sort((a, b) => a.ms - b.ms), open: open.sort((a, b) => a - b), atOnce };
}

/** Where one of them is known by its day, the whole of that day may lie before the other. */
function answersIt(contact: Contact, { at, isDayOnly, caseId }: Moment): boolean {
  if (contact.caseId !== '' && caseId !== '' && contact.caseId !== caseId) return false;
  const isAfter = isDayOnly ? at + dayMs > contact.at : at > contact.at;
  return isAfter && at - contact.at <= latestAnswerMs;
}

function waitBetween(contact: Contact, answer: Moment): Wait {
  const ms = Math.max(0, answer.at - contact.at);
  const isDayOnly = contact.isDayOnly || answer.isDayOnly;
  return { ms: isDayOnly ? Math.round(ms / dayMs) * dayMs : ms, isDayOnly };
}

/** The middle one: half waited no longer. Undefined of none. */
export function middleWait(answered: readonly Wait[]): Wait | undefined {
  return answered[Math.floor((answered.length - 1) / 2)];
}
