import { zoneOffsetMs } from '@throughline/core/collect/zone-offset';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { americanTime, germanTime, isoTime, wallTime } from './written-times.js';

const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Europe/London', 'America/Los_Angeles', 'America/New_York');

describe('written times', () => {
  it('are what the calendar says, in every zone and over every change of the clock', () => {
    fc.assert(
      fc.property(instant, zone, (atMs, where) => {
        expect(isoTime(atMs)).toBe(new Date(atMs).toISOString());
        const local = new Date(atMs + zoneOffsetMs(where, atMs)).toISOString();
        expect(wallTime(atMs, where)).toBe(local.slice(0, 19).replace('T', ' '));
      }),
    );
  });

  it('have the shape each country gives them', () => {
    const noon = Date.UTC(2026, 4, 1, 10, 7);
    expect(germanTime(noon, 'Europe/Berlin')).toBe('01.05.2026 12:07');
    expect(americanTime(noon, 'America/New_York')).toBe('05/01/2026 6:07 AM');
    expect(americanTime(Date.UTC(2026, 0, 1, 17, 5), 'America/New_York')).toBe('01/01/2026 12:05 PM');
    expect(americanTime(Date.UTC(2026, 0, 1, 5, 5), 'America/New_York')).toBe('01/01/2026 12:05 AM');
  });
});
