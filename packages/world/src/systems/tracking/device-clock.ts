import type { Life } from '../../life/life.js';
import type { Person } from '../../people/person.js';
import { isoTime } from '../../writing/written-times.js';

/** The field `timestamp` of a message, as the clock of her device has it. */
export function timestamp({ person }: Life, atMs: number): string {
  return `"timestamp":"${isoTime(atMs + clockErrorMs(person))}"`;
}

/** How far the clock of her devices is off, ms: right for most, wrong by hours, days or a year for some. */
function clockErrorMs(person: Person): number {
  if (!person.dirt.has('wrong-clock')) return 0;
  return errors[person.number % errors.length] ?? 0;
}

const hourMs = 3_600_000;
const errors = [-3 * hourMs, 7 * hourMs, -2 * 24 * hourMs, -365 * 24 * hourMs] as const;
