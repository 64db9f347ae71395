import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctedTime, timeFlag } from './corrected-time.js';

const receivedAtMs = Date.UTC(2026, 4, 1, 12);
const hourMs = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();
const correct = (timestamp: unknown, sentAt?: unknown, originalTimestamp?: unknown, zone = 'UTC') =>
  correctedTime({ timestamp, sentAt, originalTimestamp }, receivedAtMs, zone);

describe('correctedTime', () => {
  it('takes the error of the client clock out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 * hourMs }),
        fc.integer({ min: -10 * 365 * 24 * hourMs, max: 10 * 365 * 24 * hourMs }),
        (ageMs, errorMs) => {
          fc.pre(Math.abs(errorMs) > 5_000);
          const sentAtMs = receivedAtMs + errorMs;
          const result = correct(iso(sentAtMs - ageMs), iso(sentAtMs));
          expect(result).toEqual({ occurredAtMs: receivedAtMs - ageMs, flags: timeFlag.skewCorrected });
        },
      ),
    );
  });

  it('always lies between 2000 and one day after the receive time, whatever was sent', () => {
    const anything = fc.oneof(
      fc.date({ noInvalidDate: true }).map((d) => d.toISOString()),
      fc.double(),
      fc.string(),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anything, anything, anything, (timestamp, sentAt, original) => {
        const { occurredAtMs } = correct(timestamp, sentAt, original);
        expect(occurredAtMs).toBeGreaterThanOrEqual(Date.UTC(2000, 0, 1));
        expect(occurredAtMs).toBeLessThanOrEqual(receivedAtMs + 24 * hourMs);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the time as written when only the network was slow', () => {
    expect(correct(iso(receivedAtMs - hourMs), iso(receivedAtMs - 300))).toEqual({
      occurredAtMs: receivedAtMs - hourMs,
      flags: 0,
    });
  });

  it('leaves a time alone that another clock than the sender stamped', () => {
    expect(correct(iso(receivedAtMs), iso(receivedAtMs - 2 * hourMs))).toEqual({
      occurredAtMs: receivedAtMs,
      flags: 0,
    });
  });

  it('never moves a day that is known as a day only', () => {
    expect(correct('2026-04-30', iso(receivedAtMs + 7 * hourMs))).toEqual({
      occurredAtMs: Date.UTC(2026, 3, 30),
      flags: timeFlag.dayPrecision | timeFlag.zoneAssumed,
    });
  });

  it('clamps what is before 2000 or after tomorrow, and says so', () => {
    expect(correct('1970-01-01T00:00:00Z')).toEqual({ occurredAtMs: Date.UTC(2000, 0, 1), flags: timeFlag.clamped });
    expect(correct('9999-12-31T23:59:59Z')).toEqual({
      occurredAtMs: receivedAtMs + 24 * hourMs,
      flags: timeFlag.clamped,
    });
  });

  it('falls back to originalTimestamp and then to the receive time', () => {
    expect(correct(undefined, undefined, '2026-05-01T10:00:00Z')).toEqual({
      occurredAtMs: Date.UTC(2026, 4, 1, 10),
      flags: 0,
    });
    expect(correct('soon', undefined, '2026-05-01T10:00:00Z').flags).toBe(timeFlag.unparsableTimestamp);
    expect(correct('soon')).toEqual({ occurredAtMs: receivedAtMs, flags: timeFlag.unparsableTimestamp });
    expect(correct(null)).toEqual({ occurredAtMs: receivedAtMs, flags: timeFlag.noTimestamp });
  });
});
