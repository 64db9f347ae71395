import type { Chance } from '../chance/chance.js';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A later time on the same day when people are awake, so most times lie in the evening; who is up after ten does it at once. */
export function awakeTime(chance: Chance, atMs: number): number {
  return laterBetween(chance, atMs, 6, 22) ?? Math.floor(atMs);
}

/** A later time when shops and call centres are open: on the same day, or on the next that is no Sunday. */
export function openingTime(chance: Chance, atMs: number): number {
  for (let dayStartMs = atMs; ; dayStartMs = midnight(dayStartMs) + dayMs) {
    const time = isSunday(dayStartMs) ? undefined : laterBetween(chance, dayStartMs, 8, 17.5);
    if (time !== undefined) return time;
  }
}

/** A time between two hours of the day, at or after that time; undefined if it is too late for that. */
function laterBetween(chance: Chance, atMs: number, fromHour: number, toHour: number): number | undefined {
  const from = Math.max(atMs, midnight(atMs) + fromHour * hourMs);
  const to = midnight(atMs) + toHour * hourMs;
  return from < to ? Math.floor(chance.between(from, to)) : undefined;
}

export function isSaturday(atMs: number): boolean {
  return weekday(atMs) === 6;
}

export function isSunday(atMs: number): boolean {
  return weekday(atMs) === 0;
}

/** 0 is Sunday; the first of January 1970 was a Thursday. */
function weekday(atMs: number): number {
  return (Math.floor(atMs / dayMs) + 4) % 7;
}

export function midnight(atMs: number): number {
  return Math.floor(atMs / dayMs) * dayMs;
}
