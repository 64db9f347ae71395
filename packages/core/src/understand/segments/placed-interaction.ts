import { compareText } from '../../resolve/compare-text.js';
import type { HistoryInteraction } from './person-history.js';

/**
 * An interaction and its place in time. What is known by its day alone stands in the middle of the day: it is on the right day for any two
 * clocks less than 12 hours apart, and of one day with everything else that is known by the day alone.
 */
export interface PlacedInteraction {
  readonly one: HistoryInteraction;
  readonly placedMs: number;
  readonly isDay: boolean;
}

export const halfDayMs = 43_200_000;
/** By so much may something have been nearer to its neighbour than the middle of its day: within 24 hours is the same or the next day. */
export const daySlackMs = halfDayMs - 1;

/** What counts of a person by that moment, in the order of its places: no machines, no staff, no trials, nothing taken back. */
export function placedInteractions(
  interactions: readonly HistoryInteraction[],
  momentMs: number,
): readonly PlacedInteraction[] {
  return interactions
    .filter(({ atMs, marks }) => atMs <= momentMs && !marks.machine && !marks.internal && !marks.test && !marks.void)
    .map((one) => {
      const isDay = one.precision === 'day';
      return { one, isDay, placedMs: one.atMs + (isDay ? halfDayMs : 0) };
    })
    .sort((a, b) => a.placedMs - b.placedMs || compareText(a.one.message, b.one.message));
}
