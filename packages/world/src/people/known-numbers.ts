import { Chance } from '../chance/chance.js';
import { scattered } from '../chance/scattered.js';
import type { Person } from './person.js';

/** The numbers and marks by which systems know a person. Each follows from her number, and no two people share one. */

/** Of her account in the web shop or portal. */
export function userIdOf(person: Person): string {
  return `u${scattered(person.number, 11)}`;
}

/** Of her loyalty card. */
export function cardOf(person: Person): string {
  return `2620${scattered(person.number, 12)}`;
}

/** In the company's list of customers, since the migration. */
export function crmNumberOf(person: Person): string {
  return String(scattered(person.number, 13));
}

/** In that list before the migration: out of the same range, so what is one's new number is another's old one. */
export function oldCrmNumberOf(person: Person): string {
  return String(scattered(person.number, 14));
}

/** In the broker's own list. */
export function brokerNumberOf(person: Person): string {
  return `M-${scattered(person.number, 15)}`;
}

/** Her browser's anonymous id: cookies are lost every half year. */
export function browserOf(person: Person, seed: number, atMs: number): string {
  const age = Math.floor(atMs / halfYearMs + person.number * 0.37);
  const chance = new Chance(seed, 21, person.number, age);
  return `${hex(chance)}-${hex(chance)}-${scattered(person.number, age).toString(16)}`;
}

/** Her telephone's device id. */
export function deviceOf(person: Person, seed: number): string {
  const chance = new Chance(seed, 22, person.number);
  return `${hex(chance)}${hex(chance)}-${scattered(person.number, 16).toString(16)}`.toUpperCase();
}

/** Of the browser in which everybody orders at the shop's kiosk. */
export function kioskOf(store: number): string {
  return `kiosk-shop-${String(store).padStart(2, '0')}`;
}

const halfYearMs = 182 * 86_400_000;

function hex(chance: Chance): string {
  return chance
    .below(2 ** 31)
    .toString(16)
    .padStart(8, '0');
}
