import { word } from '../../words/word.js';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A length of time in the largest unit of which there are two or more, rounded up; at least a second. */
export function durationText(ms: number): string {
  if (ms >= 2 * dayMs) return word('sources.duration.days', { count: Math.ceil(ms / dayMs) });
  if (ms >= 2 * hourMs) return word('sources.duration.hours', { count: Math.ceil(ms / hourMs) });
  if (ms >= 2 * minuteMs) return word('sources.duration.minutes', { count: Math.ceil(ms / minuteMs) });
  return word('sources.duration.seconds', { count: Math.max(1, Math.ceil(ms / secondMs)) });
}
