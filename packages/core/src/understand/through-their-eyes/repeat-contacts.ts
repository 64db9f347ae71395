import type { Contact } from './contact.js';

const dayMs = 86_400_000;

/** After so long a contact is a new matter; with repairs and claims, things take longer. */
export const repeatWithinMs = 7 * dayMs;
export const longRepeatWithinMs = 30 * dayMs;
const longCases: ReadonlySet<string> = new Set(['claim', 'repair', 'schaden', 'reparatur']);

/** How we know that a later contact was about the same: its case, else its reason, else nothing but that it came so soon. */
export type RepeatBasis = 'case' | 'reason' | 'any';

export interface RepeatContacts {
  /** Contacts after which enough time has passed to tell. */
  readonly of: number;
  /** Those after which they had to turn to us again, by the surest basis. */
  readonly again: Readonly<Record<RepeatBasis, number>>;
  /** Those of them that came back through another channel. */
  readonly elsewhere: number;
  /** Contacts for which it is too early to tell. */
  readonly tooEarly: number;
}

/**
 * How often somebody had to turn to us again, through whatever channel, within 7 days (30 with repairs and claims). Of three contacts in a row about
 * one matter the first two count. `from` and `until`: between these our sources tell of every contact. Contacts come oldest first.
 */
export function repeatContacts(contacts: readonly Contact[], from: number, until: number): RepeatContacts {
  const again: Record<RepeatBasis, number> = { case: 0, reason: 0, any: 0 };
  let [of, elsewhere, tooEarly] = [0, 0, 0];
  for (const [place, contact] of contacts.entries()) {
    if (contact.at < from) continue;
    const withinMs = longCases.has(contact.caseKind.toLowerCase()) ? longRepeatWithinMs : repeatWithinMs;
    if (contact.endAt + withinMs > until) {
      tooEarly += 1;
      continue;
    }
    of += 1;
    const later = contacts.slice(place + 1).filter(({ at }) => at - contact.endAt <= withinMs);
    const followed = later.flatMap((next) => {
      const basis = basisOf(contact, next);
      return basis === undefined ? [] : [{ next, basis }];
    });
    const surest = (['case', 'reason', 'any'] as const).find((basis) => followed.some((one) => one.basis === basis));
    if (surest === undefined) continue;
    again[surest] += 1;
    const first = followed.find(({ basis }) => basis === surest);
    if (first !== undefined && first.next.channel !== contact.channel) elsewhere += 1;
  }
  return { of, again, elsewhere, tooEarly };
}

/** Undefined if what both name shows that they were about different things. */
function basisOf(a: Contact, b: Contact): RepeatBasis | undefined {
  if (a.caseId !== '' && b.caseId !== '') return a.caseId === b.caseId ? 'case' : undefined;
  if (a.reason !== '' && b.reason !== '') return a.reason === b.reason ? 'reason' : undefined;
  return 'any';
}
