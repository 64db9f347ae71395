import { type ParsedTime, parseTime } from './parse-time.js';

/** What was done to get an occurred-at; a bit set, stored with the message for ever. */
export const timeFlag = {
  skewCorrected: 1,
  clamped: 2,
  noTimestamp: 4,
  unparsableTimestamp: 8,
  dayPrecision: 16,
  zoneAssumed: 32,
} as const;

export interface CorrectedTime {
  readonly occurredAtMs: number;
  readonly flags: number;
}

export interface TimesOfMessage {
  readonly timestamp: unknown;
  readonly originalTimestamp: unknown;
  readonly sentAt: unknown;
}

/** Up to here, the distance of sentAt to the receive time is the network's delay, and the time stays as the client wrote it. */
const networkDelayMs = 5_000;
/** A message stamped later than it was sent was not stamped by the clock that sent it (beyond this). */
const sameClockMs = 60_000;
const earliestMs = Date.UTC(2000, 0, 1);
const dayMs = 86_400_000;

/**
 * When a message happened: receive time − (sentAt − timestamp), which takes the error of the client's clock out; the timestamp as it stands
 * if sentAt is missing, unreadable, before the timestamp, or no more than a network's delay away; the receive time if there is no timestamp.
 *
 * - `originalTimestamp` stands in for a missing or unreadable `timestamp`. A time known to the day only is never corrected.
 * - The result lies between 2000-01-01 and one day after the receive time. Called once, at intake; the answer is stored.
 */
export function correctedTime(
  times: TimesOfMessage,
  receivedAtMs: number,
  zone: string,
  dayOnly = false,
): CorrectedTime {
  const given = givenTime(times, zone);
  if (given.time === undefined) return { occurredAtMs: receivedAtMs, flags: given.flags };
  const day = dayOnly || given.time.precision === 'day';
  let flags = given.flags | (day ? timeFlag.dayPrecision : 0) | (given.time.zoneAssumed ? timeFlag.zoneAssumed : 0);
  let occurredAtMs = given.time.atMs;
  const skewMs = day || isAbsent(times.sentAt) ? 0 : skew(times.sentAt, occurredAtMs, receivedAtMs, zone);
  if (skewMs !== 0) {
    occurredAtMs += skewMs;
    flags |= timeFlag.skewCorrected;
  }
  const clampedMs = Math.min(Math.max(occurredAtMs, earliestMs), receivedAtMs + dayMs);
  return { occurredAtMs: clampedMs, flags: clampedMs === occurredAtMs ? flags : flags | timeFlag.clamped };
}

function givenTime(
  times: TimesOfMessage,
  zone: string,
): { readonly time: ParsedTime | undefined; readonly flags: number } {
  let flags = 0;
  for (const written of [times.timestamp, times.originalTimestamp]) {
    if (isAbsent(written)) continue;
    const time = parseTime(written, zone);
    if (time !== undefined) return { time, flags };
    flags = timeFlag.unparsableTimestamp;
  }
  return { time: undefined, flags: flags === 0 ? timeFlag.noTimestamp : flags };
}

function skew(sentAt: unknown, stampedAtMs: number, receivedAtMs: number, zone: string): number {
  const sent = parseTime(sentAt, zone);
  if (sent === undefined || sent.precision === 'day' || stampedAtMs > sent.atMs + sameClockMs) return 0;
  const skewMs = receivedAtMs - sent.atMs;
  return Math.abs(skewMs) > networkDelayMs ? skewMs : 0;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
