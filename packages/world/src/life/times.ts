import type { Chance } from '../chance/chance.js';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A time on the same day when people are awake, most of them in the evening. */
export function awakeTime(chance: Chance, atMs: number): number {
  const hours = 6 + (chance.next() + chance.next()) * 8;
  return midnight(atMs) + Math.floor(hours * hourMs);
}

/** A time on the same day, or the Saturday before a Sunday, when shops and call centres are open. */
export function openingTime(chance: Chance, atMs: number): number {
  const start = isSunday(atMs) ? atMs - dayMs : atMs;
  return midnight(start) + Math.floor((8 + chance.next() * 9.5) * hourMs);
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
