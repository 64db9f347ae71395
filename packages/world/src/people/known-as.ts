import { Chance } from '../chance/chance.js';
import type { Address } from './household.js';
import type { Person } from './person.js';

/** A system, as far as it knows people in its own way. */
export type Knower = 'crm' | 'loyalty' | 'account' | 'calls' | 'mail' | 'broker';

/** The systems that misspell: each person with a typo has it in one of them. */
const misspellers = ['crm', 'loyalty', 'calls'] as const;

/** Systems that nobody tells of a new name or a new home. */
const uninformed: ReadonlySet<Knower> = new Set(['loyalty', 'broker']);

/** What a system takes her first name to be. */
export function firstNameTo(knower: Knower, person: Person): string {
  const friendly = person.dirt.has('nickname') && (knower === 'loyalty' || knower === 'calls');
  return friendly ? person.nickname : person.firstName;
}

/** What a system takes her family name to be at that time; misspelt where her typo stands. */
export function familyNameTo(knower: Knower, person: Person, atMs: number): string {
  const married = person.married;
  const isNew = married !== undefined && atMs >= married.atMs && !uninformed.has(knower);
  const name = isNew ? married.familyName : person.familyName;
  return misspells(knower, person) ? misspelt(name, person.number) : name;
}

/** The address she gives to a system. */
export function emailTo(knower: Knower, person: Person): string {
  if (person.workEmail !== undefined && (knower === 'crm' || knower === 'broker')) return person.workEmail;
  const { familyEmail } = person.household;
  const shares = person.dirt.has('family-email') && knower !== 'account';
  const email = shares && familyEmail !== undefined ? familyEmail : person.email;
  return misspells(knower, person) ? misspelt(email, person.number) : email;
}

/** The telephone number she gives, E.164. */
export function phoneTo(knower: Knower, person: Person): string {
  const { landline } = person.household;
  const shares = person.dirt.has('family-phone') && (knower === 'crm' || knower === 'calls');
  return shares && landline !== undefined ? landline : person.mobile;
}

/** Where a system takes her to live at that time. */
export function addressTo(knower: Knower, { household }: Person, atMs: number): Address {
  const before = household.movedFrom;
  return before !== undefined && (atMs < before.atMs || uninformed.has(knower)) ? before.address : household.address;
}

function misspells(knower: Knower, person: Person): boolean {
  return person.dirt.has('typo') && misspellers[person.number % misspellers.length] === knower;
}

/** Two neighbouring letters change places, or one falls out, somewhere before any `@`. */
function misspelt(text: string, number: number): string {
  const end = text.includes('@') ? text.indexOf('@') : text.length;
  const chance = new Chance(71, number, end);
  const at = 1 + chance.below(Math.max(1, end - 2));
  const [one = '', two = ''] = text.slice(at, at + 2);
  const swapped = one === two || at + 1 >= end || chance.hits(0.4) ? one : two + one;
  return text.slice(0, at) + swapped + text.slice(at + 2);
}
