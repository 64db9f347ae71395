import type { Message } from './identity-worlds.generated-cases.js';

/** Messages of a made-up company, and who really stands behind each identifier (`namespace:value`); nobody's own has no entry. */
export interface DirtyCompany {
  readonly messages: readonly Message[];
  readonly ownersOf: ReadonlyMap<string, ReadonlySet<number>>;
  /** What too many people share. */
  readonly shared: readonly string[];
}

const dayMs = 86_400_000;
const [shop, oldCrm, newCrm, till, calls, kiosk] = [1, 2, 3, 4, 5, 6];
const ofKiosk = { namespace: 'device_id', value: 'kiosk-1' };
const ofInfo = { namespace: 'email', value: 'info@acme.example' };
const ofTill = { namespace: 'loyalty_card', value: '0000' };
const ofSwitchboard = { namespace: 'phone', value: '+4930100000' };

/**
 * Two hundred people in households, some of whom share an address and a telephone at home; a shop, tills, a call centre, a kiosk, and a CRM
 * that gave everybody a new number on the way. Dirt: a company's info@ and switchboard, a default card for who has none, mistyped addresses,
 * a tablet in the shop on which people sign up, late messages.
 */
export function dirtyCompany(random: () => number): DirtyCompany {
  const ownersOf = new Map<string, Set<number>>();
  const messages: Message[] = [];
  const own = (person: number, namespace: string, value: string) => {
    const owners = ownersOf.get(`${namespace}:${value}`) ?? new Set<number>();
    ownersOf.set(`${namespace}:${value}`, owners.add(person));
    return { namespace, value };
  };
  const say = (source: number, identifiers: Message['identifiers'], strength: Message['strength'] = 'strong'): void => {
    messages.push({ source, kind: 'message', strength, at: Math.floor(random() * 300) * dayMs, identifiers });
  };
  const mayBe = (share: number): boolean => random() < share;
  let home = 0;
  let left = 0;
  let sharesAddress = false;
  for (let person = 0; person < 200; person++) {
    if (left === 0) {
      home += 1;
      left = 1 + Math.floor(random() * 4);
      sharesAddress = mayBe(0.25);
    }
    left -= 1;
    const email = sharesAddress
      ? own(person, 'email', `family-${home}@home.example`)
      : own(person, 'email', `p${person}@mail.example`);
    const phone = mayBe(0.3)
      ? own(person, 'phone', `+4930200${String(home).padStart(4, '0')}`)
      : own(person, 'phone', `+4917200${String(person).padStart(4, '0')}`);
    const user = own(person, 'user_id', `u${person}`);
    const browser = own(person, 'anonymous_id', `b${person}`);
    const before = own(person, 'crm:old', `${1_000 + person}`);
    const since = own(person, 'crm:new', `N${9_000 - person}`);
    const card = own(person, 'loyalty_card', `4${String(person).padStart(4, '0')}`);
    if (mayBe(0.8)) say(shop, [user, mayBe(0.15) ? ofInfo : email]);
    if (mayBe(0.6)) say(shop, [browser, user], 'weak');
    if (mayBe(0.7)) say(oldCrm, [before, email, ...(mayBe(0.7) ? [mayBe(0.1) ? ofSwitchboard : phone] : [])]);
    if (mayBe(0.5)) say(newCrm, [since, before]);
    if (mayBe(0.5)) say(newCrm, [since, mayBe(0.05) ? own(person, 'email', `p${person}@mial.example`) : email]);
    if (mayBe(0.5)) say(till, [mayBe(0.4) ? ofTill : card, email]);
    if (mayBe(0.4)) say(calls, [mayBe(0.2) ? ofSwitchboard : phone, before]);
    if (mayBe(0.3)) say(kiosk, [ofKiosk, email], 'weak');
  }
  const shared = [ofKiosk, ofInfo, ofTill, ofSwitchboard].map(({ namespace, value }) => `${namespace}:${value}`);
  return { messages, ownersOf, shared };
}

export interface Judged {
  /** Of all pairs that were joined, the share of those that are one human's; with one pair each, 1. */
  readonly precision: number;
  /** Of all pairs that are one human's alone, the share that was joined. */
  readonly recall: number;
}

/** Judges who was joined, pair by pair of identifiers. Of one that several people share, any of them is right. */
export function judgeJoins(persons: readonly (readonly string[])[], ownersOf: DirtyCompany['ownersOf']): Judged {
  const isOnes = (a: string, b: string): boolean =>
    [...(ownersOf.get(a) ?? [])].some((person) => ownersOf.get(b)?.has(person) === true);
  const joined = persons.flatMap(pairsOf);
  const right = joined.filter(([a, b]) => isOnes(a, b)).length;
  const personOf = new Map(persons.flatMap((names, person) => names.map((name) => [name, person] as const)));
  const owned = new Map<number, string[]>();
  for (const name of personOf.keys()) {
    const owners = [...(ownersOf.get(name) ?? [])];
    const [owner] = owners;
    if (owner !== undefined && owners.length === 1) owned.set(owner, [...(owned.get(owner) ?? []), name]);
  }
  const wanted = [...owned.values()].flatMap(pairsOf);
  const found = wanted.filter(([a, b]) => personOf.get(a) === personOf.get(b)).length;
  return {
    precision: joined.length === 0 ? 1 : right / joined.length,
    recall: wanted.length === 0 ? 1 : found / wanted.length,
  };
}

function pairsOf(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b] as const));
}
