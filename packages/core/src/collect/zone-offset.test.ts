import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOfLocalMs, isZone, zoneOffsetMs } from './zone-offset.js';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Africa/Casablanca',
];
const zone = fc.constantFrom(...zones);
const instantMs = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 })
  .map((s) => s * 1000);
const at = (iso: string) => Date.parse(iso);

describe('instantOfLocalMs', () => {
  it('takes the first instant after a gap of the clock', () => {
    expect(instantOfLocalMs('Europe/Berlin', at('2026-03-29T02:30:00Z'))).toBe(at('2026-03-29T01:00:00Z'));
    expect(instantOfLocalMs('Asia/Beirut', at('2026-03-29T00:00:00Z'))).toBe(at('2026-03-28T22:00:00Z'));
    expect(instantOfLocalMs('Pacific/Apia', at('2011-12-30T12:00:00Z'))).toBe(at('2011-12-30T10:00:00Z'));
  });

  it('takes the first of two instants that show the same wall clock', () => {
    expect(instantOfLocalMs('Europe/Berlin', at('2026-10-25T02:30:00Z'))).toBe(at('2026-10-25T00:30:00Z'));
    expect(instantOfLocalMs('Australia/Lord_Howe', at('2026-04-05T01:45:00Z'))).toBe(at('2026-04-04T14:45:00Z'));
  });

  it('finds, for the wall clock of any instant, an instant with that wall clock and never a later one', () => {
    fc.assert(
      fc.property(zone, instantMs, (name, ms) => {
        const localMs = ms + zoneOffsetMs(name, ms);
        const found = instantOfLocalMs(name, localMs);
        expect(found).toBeLessThanOrEqual(ms);
        expect(found + zoneOffsetMs(name, found)).toBe(localMs);
      }),
    );
  });

  it('never makes a later wall clock an earlier instant', () => {
    fc.assert(
      fc.property(zone, instantMs, fc.integer({ min: 0, max: 10_000_000 }), (name, localMs, laterByMs) => {
        expect(instantOfLocalMs(name, localMs + laterByMs)).toBeGreaterThanOrEqual(instantOfLocalMs(name, localMs));
      }),
    );
  });
});

describe('zoneOffsetMs', () => {
  it('agrees with the zone names Intl prints', () => {
    fc.assert(
      fc.property(zone, instantMs, (name, ms) => {
        const parts = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' }).formatToParts(
          ms,
        );
        const printed = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
        const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(printed) ?? [];
        const expected =
          sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
        expect(zoneOffsetMs(name, ms)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('knows which zones exist', () => {
    expect([isZone('Europe/Berlin'), isZone('UTC'), isZone('Europe/Atlantis')]).toEqual([true, true, false]);
  });
});
