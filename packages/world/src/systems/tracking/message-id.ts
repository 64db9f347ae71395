import { Chance } from '../../chance/chance.js';
import { scattered } from '../../chance/scattered.js';
import type { Life } from '../../life/life.js';
import type { Moment } from '../../life/moment.js';

/** The id a client gives the `nth` message of a moment; no two are alike. */
export function messageIdOf({ person }: Life, { place }: Moment, nth: number, seed: number): string {
  const random = new Chance(seed, 91, person.number, place, nth)
    .below(2 ** 32)
    .toString(16)
    .padStart(8, '0');
  return `${random}-${place.toString(16).padStart(4, '0')}-${nth}-${scattered(person.number, 31).toString(16)}`;
}
