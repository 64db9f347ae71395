import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketSpans, bucketStart } from './bucket.js';

const start = (at: string, per: (typeof bucketSpans)[number], zone = 'Europe/Berlin') =>
  new Date(bucketStart(Date.parse(at), per, zone)).toISOString();

describe('the bucket of an instant', () => {
  it('begins by the clock of the zone', () => {
    expect(start('2026-05-14T10:37:21Z', 'quarter_hour')).toBe('2026-05-14T10:30:00.000Z');
    expect(start('2026-05-14T10:37:21Z', 'hour', 'Asia/Kathmandu')).toBe('2026-05-14T10:15:00.000Z');
    expect(start('2026-05-14T22:30:00Z', 'day')).toBe('2026-05-14T22:00:00.000Z');
    expect(start('2026-05-14T10:00:00Z', 'week')).toBe('2026-05-10T22:00:00.000Z');
    expect(start('2026-01-31T23:30:00Z', 'month')).toBe('2026-01-31T23:00:00.000Z');
  });

  it('keeps apart the two hours that the clock shows twice', () => {
    expect(start('2026-10-25T00:30:00Z', 'hour')).toBe('2026-10-25T00:00:00.000Z');
    expect(start('2026-10-25T01:30:00Z', 'hour')).toBe('2026-10-25T01:00:00.000Z');
  });

  it('holds the instant, and begins where it begins', () => {
    const longestMs = { minute: 6e4, quarter_hour: 9e5, hour: 36e5, day: 9e7, week: 61e7, month: 268e7 };
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) }),
        fc.constantFrom(...bucketSpans),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        (atMs, per, zone) => {
          const startMs = bucketStart(atMs, per, zone);
          expect(startMs).toBeLessThanOrEqual(atMs);
          expect(atMs - startMs).toBeLessThan(longestMs[per]);
          expect(bucketStart(startMs, per, zone)).toBe(startMs);
        },
      ),
    );
  });
});
