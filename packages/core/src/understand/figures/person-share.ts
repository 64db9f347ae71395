import { type Estimate, z95 } from './estimate.js';

/** The share of persons of whom something holds, with Wilson's interval: the unit is the person. `of` is at least 1. */
export function personShare(people: number, of: number): Estimate {
  const value = people / of;
  const shrink = 1 + z95 ** 2 / of;
  const centre = (value + z95 ** 2 / (2 * of)) / shrink;
  const half = (z95 / shrink) * Math.sqrt((value * (1 - value)) / of + z95 ** 2 / (4 * of ** 2));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
