import type { Contact } from './contact.js';
import { contactsOf } from './contact.js';
import type { Moment } from './moment.js';
import { type RepeatContacts, repeatContacts } from './repeat-contacts.js';
import { type ByChannel, sendsByChannel } from './sends.js';
import { isGoneTo, visitsByChannel } from './visits.js';
import { type Waits, waits } from './waits.js';

const dayMs = 86_400_000;

/** How far back contacts are read; of what we sent and where they went, 90 days. */
export const contactsBackMs = 365 * dayMs;
export const actsBackMs = 90 * dayMs;

export interface TheirEyesGiven {
  /** What we sent in the last days, by name and channel. */
  readonly told: readonly (ByChannel & { readonly name: string })[];
  /** Contacts and answers of a year. */
  readonly dealings: readonly Moment[];
  /** What they did of their own in 90 days; undefined if there is too much of it to read. */
  readonly acts: readonly Moment[] | undefined;
  /** What the workspace's sources tell of at all. */
  readonly known: {
    readonly sends: boolean;
    readonly contacts: boolean;
    readonly answers: boolean;
    /** Between when all that tell of contacts tell of every one; undefined if there is no such time. */
    readonly allContacts: { readonly from: number; readonly to: number } | undefined;
  };
  /** The end of the days that are counted. */
  readonly until: number;
}

/** Our dealings with one person as they lived them. Null is what cannot be told. */
export interface TheirEyes {
  readonly sent: readonly ByChannel[] | null;
  readonly contacts: readonly ByChannel[] | null;
  readonly visits: readonly ByChannel[] | null;
  /** `uncovered`: the sources of contacts tell of no time in common. */
  readonly repeated: RepeatContacts | 'uncovered' | null;
  readonly waited: Waits | null;
  readonly until: number;
}

export function theirEyes({ told, dealings, acts, known, until }: TheirEyesGiven): TheirEyes {
  const contacts = contactsOf(dealings.filter(({ at }) => at <= until));
  return {
    sent: known.sends ? sendsByChannel(told) : null,
    contacts: known.contacts ? countByChannel(contactTimes(contacts), until) : null,
    visits: acts === undefined ? null : countByChannel(visitsByChannel(acts.filter(isVisit)), until),
    repeated: known.contacts ? repeatedOf(contacts, known.allContacts, until) : null,
    waited: known.contacts && known.answers ? waits(contacts, dealings, until) : null,
    until,
  };
}

function repeatedOf(
  contacts: readonly Contact[],
  all: TheirEyesGiven['known']['allContacts'],
  until: number,
): RepeatContacts | 'uncovered' {
  if (all === undefined) return 'uncovered';
  return repeatContacts(contacts, Math.max(all.from, until - contactsBackMs), Math.min(all.to, until));
}

function isVisit({ channel, kind }: Moment): boolean {
  return isGoneTo(channel) && kind !== 'help' && kind !== 'complaint';
}

function contactTimes(contacts: readonly Contact[]): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const { channel, at } of contacts) times.set(channel, [...(times.get(channel) ?? []), at]);
  return times;
}

/** The busiest first; channels without any in 90 days are left out. */
function countByChannel(times: ReadonlyMap<string, readonly number[]>, until: number): readonly ByChannel[] {
  const within = (instants: readonly number[], days: number) =>
    instants.filter((at) => at <= until && at > until - days * dayMs).length;
  return [...times]
    .map(([channel, instants]) => ({ channel, last30: within(instants, 30), last90: within(instants, 90) }))
    .filter(({ last90 }) => last90 > 0)
    .sort((a, b) => b.last90 - a.last90 || (a.channel < b.channel ? -1 : 1));
}
