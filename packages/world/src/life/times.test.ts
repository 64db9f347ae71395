import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance } from '../chance/chance.js';
import { awakeTime, openingTime } from './times.js';

const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 0, 1) });

describe('the time at which something follows', () => {
  it('never lies before what it follows, and people are awake or the shop is open', () => {
    fc.assert(
      fc.property(instant, fc.nat(), (atMs, seed) => {
        const awake = awakeTime(new Chance(seed), atMs);
        expect(awake).toBeGreaterThanOrEqual(atMs);
        expect(new Date(awake).getUTCDate()).toBe(new Date(atMs).getUTCDate());
        const open = new Date(openingTime(new Chance(seed), atMs));
        expect(open.getTime()).toBeGreaterThanOrEqual(atMs);
        expect([0, 1, 2, 3, 4, 5, 6, 7, 18, 19, 20, 21, 22, 23]).not.toContain(open.getUTCHours());
        expect(open.getUTCDay()).not.toBe(0);
      }),
    );
  });
});
