import { instantOfLocalMs } from './zone-offset.js';

/** A time as somebody wrote it: `day` if only the day is known (then `atMs` is its first instant in the zone). */
export interface ParsedTime {
  readonly atMs: number;
  readonly precision: 'instant' | 'day';
  /** True if the text named no zone, so that the source's was taken. */
  readonly zoneAssumed: boolean;
}

/**
 * Reads ISO 8601 in its extended form (`2026-05-01`, `2026-05-01T10:00`, `… 10:00:00.123456Z`, `… +02:00`), the basic day `20260501`, and
 * epoch numbers in seconds, milli-, micro- or nanoseconds (also as text), told apart by size: they mean 2000 to 2100 or nothing.
 *
 * - Without a zone the wall clock of `zone` is meant. Fractions are cut to milliseconds; a leap second is the next second.
 * - Undefined for anything else, days that do not exist included.
 */
export function parseTime(value: unknown, zone: string): ParsedTime | undefined {
  if (typeof value === 'number') return epoch(value);
  if (typeof value !== 'string') return undefined;
  const match = isoTime.exec(value);
  if (match !== null) return isoInstant(match, zone);
  const text = value.trim();
  if (text !== value) return parseTime(text, zone);
  const day = isoDay.exec(text);
  if (day !== null) return dayInstant(day, zone);
  return epochText.test(text) ? epoch(Number(text)) : undefined;
}

const isoTime =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(?:([Zz])|([+-])(\d\d):?(\d\d)?))?$/;
const isoDay = /^(\d{4})-?(\d\d)-?(\d\d)$/;
const epochText = /^\d{9,19}(?:\.\d{1,9})?$/;

function isoInstant(match: RegExpExecArray, zone: string): ParsedTime | undefined {
  const localMs = wallClockMs(match);
  if (localMs === undefined) return undefined;
  if (match[8] !== undefined) return { atMs: localMs, precision: 'instant', zoneAssumed: false };
  if (match[9] === undefined) return { atMs: instantOfLocalMs(zone, localMs), precision: 'instant', zoneAssumed: true };
  const hours = Number(match[10]);
  const minutes = Number(match[11] ?? 0);
  if (hours > 18 || minutes > 59) return undefined;
  const offsetMs = (hours * 60 + minutes) * 60_000;
  return { atMs: match[9] === '-' ? localMs + offsetMs : localMs - offsetMs, precision: 'instant', zoneAssumed: false };
}

function wallClockMs(match: RegExpExecArray): number | undefined {
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6] ?? 0);
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 60) return undefined;
  const midnightMs = midnightUtcMs(Number(match[1]), Number(match[2]), Number(match[3]));
  if (midnightMs === undefined) return undefined;
  const fraction = match[7];
  const ms = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  return midnightMs + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms;
}

function dayInstant(match: RegExpExecArray, zone: string): ParsedTime | undefined {
  const midnightMs = midnightUtcMs(Number(match[1]), Number(match[2]), Number(match[3]));
  return midnightMs === undefined
    ? undefined
    : { atMs: instantOfLocalMs(zone, midnightMs), precision: 'day', zoneAssumed: true };
}

/** Midnight of a day that exists, in UTC; years before 100 are none that anybody means. */
export function midnightUtcMs(year: number, month: number, day: number): number | undefined {
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  return day <= 28 || new Date(ms).getUTCDate() === day ? ms : undefined;
}

const from2000 = 946_684_800;
const to2100 = 4_102_444_800;

function epoch(value: number): ParsedTime | undefined {
  for (const unitsPerSecond of [1, 1e3, 1e6, 1e9]) {
    if (value >= from2000 * unitsPerSecond && value <= to2100 * unitsPerSecond) {
      return { atMs: Math.floor((value / unitsPerSecond) * 1000), precision: 'instant', zoneAssumed: false };
    }
  }
  return undefined;
}
