import { word } from '../../../words/word.js';

/** Intervals that are offered, in minutes. */
export const everyChoices = [5, 15, 60, 360, 1_440] as const;

/** How often, in words: `every 15 minutes`, `every day`. */
export function everyText(minutes: number): string {
  const [unit, count] =
    minutes % 1_440 === 0
      ? ['day', minutes / 1_440]
      : minutes % 60 === 0
        ? ['hour', minutes / 60]
        : ['minute', minutes];
  return word('sync.every.text', { unit, count });
}
