import { word } from '../../../words/word.js';

/** Intervals that are offered, in minutes. */
export const everyChoices = [5, 15, 60, 360, 1_440, 10_080] as const;

/** How often, in words: `every 15 minutes`, `every day`. */
export function everyText(minutes: number): string {
  if (minutes % 10_080 === 0) return word('sync.every.weeks', { count: minutes / 10_080 });
  if (minutes % 1_440 === 0) return word('sync.every.days', { count: minutes / 1_440 });
  if (minutes % 60 === 0) return word('sync.every.hours', { count: minutes / 60 });
  return word('sync.every.minutes', { count: minutes });
}
