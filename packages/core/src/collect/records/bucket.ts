import { instantOfLocalMs, zoneOffsetMs } from '../zone-offset.js';

/** Stretches of time that numbers are counted in, the shortest first. A week begins on Monday. */
export const bucketSpans = ['minute', 'quarter_hour', 'hour', 'day', 'week', 'month'] as const;
export type BucketSpan = (typeof bucketSpans)[number];

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const shortMs: Partial<Readonly<Record<BucketSpan, number>>> = {
  minute: minuteMs,
  quarter_hour: 15 * minuteMs,
  hour: 60 * minuteMs,
};
/** 1970-01-05, the first Monday. */
const firstMondayMs = 4 * dayMs;

/**
 * The first instant of the bucket that holds `atMs`, by the wall clock of `zone`. An hour that the clock shows twice is two buckets.
 */
export function bucketStart(atMs: number, per: BucketSpan, zone: string): number {
  const offsetMs = zoneOffsetMs(zone, atMs);
  const localMs = atMs + offsetMs;
  const step = shortMs[per];
  if (step !== undefined) return floorTo(localMs, step) - offsetMs;
  return instantOfLocalMs(zone, localDayStart(localMs, per));
}

function localDayStart(localMs: number, per: BucketSpan): number {
  if (per === 'day') return floorTo(localMs, dayMs);
  if (per === 'week') return floorTo(localMs - firstMondayMs, 7 * dayMs) + firstMondayMs;
  const local = new Date(localMs);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1);
}

function floorTo(ms: number, step: number): number {
  return Math.floor(ms / step) * step;
}
