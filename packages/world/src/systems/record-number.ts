import { scattered } from '../chance/scattered.js';
import type { Life } from '../life/life.js';
import type { Moment } from '../life/moment.js';

/** The number a system gives to what it writes down about a moment; `letter` tells systems apart. */
export function recordNumber(letter: string, { person }: Life, { place }: Moment): string {
  return `${letter}${scattered(person.number, letter.charCodeAt(0))}-${place.toString(36)}`;
}
