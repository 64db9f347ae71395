import { Chance } from '../chance/chance.js';
import { dirtOfRecords } from '../dirt/dirt-kinds.js';
import type { Moment } from '../life/moment.js';
import type { Person } from '../people/person.js';

/** What clerks write where a field must not be empty. */
const placeholders = ['n/a', '000000', 'keine Angabe', 'unknown', '-'] as const;

/** The value, or now and then what was written instead because a field must not be empty. */
export function orPlaceholder(value: string, seed: number, moment: Moment, person: Person): string {
  const chance = new Chance(seed, 61, person.number, moment.place);
  return chance.hits(dirtOfRecords.placeholder.rate) ? chance.pick(placeholders) : value;
}
