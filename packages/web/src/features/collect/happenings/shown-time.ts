import type { Formats } from '../../../format/formats.js';

/** A day (`2026-05-12`) or an instant, as a person reads it. */
export function shownTime(at: string, formats: Formats): string {
  return at.length === 10 ? formats.calendarDay(at) : formats.moment(at);
}
