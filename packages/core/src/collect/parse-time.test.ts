import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from './parse-time.js';

const iso = (value: unknown, zone = 'UTC') => {
  const time = parseTime(value, zone);
  return time === undefined ? undefined : new Date(time.atMs).toISOString();
};

describe('parseTime', () => {
  it('reads every instant that Date writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(iso(date.toISOString(), 'Asia/Tokyo')).toBe(date.toISOString());
        },
      ),
    );
  });

  it('reads offsets as the runtime does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -14 * 60, max: 14 * 60 }), (ms, minutes) => {
        const wall = new Date(ms + minutes * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(minutes);
        const pad = (n: number) => String(n).padStart(2, '0');
        const text = `${wall}${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
        expect(iso(text)).toBe(new Date(Date.parse(text)).toISOString());
      }),
    );
  });

  it('takes the zone of the source when the text names none', () => {
    expect(parseTime('2026-07-01 10:00', 'Europe/Berlin')).toEqual({
      atMs: Date.UTC(2026, 6, 1, 8),
      precision: 'instant',
      zoneAssumed: true,
    });
  });

  it('keeps a day a day, from its first instant in the zone', () => {
    expect(parseTime('2026-05-01', 'America/New_York')).toEqual({
      atMs: Date.UTC(2026, 4, 1, 4),
      precision: 'day',
      zoneAssumed: true,
    });
    expect(parseTime('20260501', 'UTC')?.precision).toBe('day');
    expect(iso('2026-03-29', 'Asia/Beirut')).toBe('2026-03-28T22:00:00.000Z');
  });

  it('tells seconds, milli-, micro- and nanoseconds apart by size', () => {
    for (const value of [1_777_629_600, 1_777_629_600_000, 1_777_629_600_000_000, 1.7776296e18, '1777629600']) {
      expect(iso(value)).toBe('2026-05-01T10:00:00.000Z');
    }
  });

  it('takes a leap second and 24:00 as the next second, and leap days only when they exist', () => {
    expect(iso('2016-12-31T23:59:60Z')).toBe('2017-01-01T00:00:00.000Z');
    expect(iso('2026-05-01T24:00:00Z')).toBe('2026-05-02T00:00:00.000Z');
    expect([iso('2024-02-29'), iso('2026-02-29'), iso('2026-04-31')]).toEqual([
      '2024-02-29T00:00:00.000Z',
      undefined,
      undefined,
    ]);
  });

  it('says nothing about what is no time', () => {
    for (const value of [
      '',
      'yesterday',
      '01/02/2026',
      '2026-13-01',
      '2026-05-01T25:00',
      0,
      -1,
      12,
      Number.NaN,
      Infinity,
      null,
      {},
      true,
      '9'.repeat(400),
    ]) {
      expect(parseTime(value, 'UTC')).toBeUndefined();
    }
  });
});
