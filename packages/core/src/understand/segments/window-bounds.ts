import { instantOfLocalMs, zoneOffsetMs } from '../../collect/zone-offset.js';
import { durationMs } from './duration.js';
import type { SegmentWindow } from './segment-window.js';

/** Instants in ms: from `from` on, before `to`; null: without end. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
}

export const always: Bounds = { from: null, to: null };

/** What windows are measured by. */
export interface WindowClock {
  readonly momentMs: number;
  /** IANA name. */
  readonly zone: string;
  /** 0 is Sunday. */
  readonly weekStartsOn: number;
}

/** When the window is, for somebody in that zone. */
export function windowBounds(window: SegmentWindow | undefined, clock: WindowClock): Bounds {
  switch (window?.type) {
    case undefined:
      return always;
    case 'absolute':
      return {
        from: window.from === undefined ? null : edge(window.from, 0, clock.zone),
        to: window.until === undefined ? null : edge(window.until, 1, clock.zone),
      };
    case 'rolling':
      return {
        from: clock.momentMs - durationMs(window.from),
        to: window.to === undefined ? null : clock.momentMs - durationMs(window.to),
      };
    case 'calendar': {
      const today = clock.momentMs + zoneOffsetMs(clock.zone, clock.momentMs);
      const begins = (unitsAgo: number): number =>
        instantOfLocalMs(clock.zone, unitStart(today, window.unit, unitsAgo, clock.weekStartsOn));
      return { from: begins(window.ago + window.span - 1), to: begins(window.ago - 1) };
    }
  }
}

/** Whether the window is another one in another zone. */
export function dependsOnZone(window: SegmentWindow | undefined): boolean {
  if (window?.type === 'calendar') return true;
  return window?.type === 'absolute' && [window.from, window.until].some((end) => end !== undefined && isDay(end));
}

export function isWithin(bounds: Bounds, atMs: number): boolean {
  return (bounds.from === null || atMs >= bounds.from) && (bounds.to === null || atMs < bounds.to);
}

const dayMs = 86_400_000;
const isDay = (end: string): boolean => end.length === 10;

function edge(end: string, daysLater: number, zone: string): number {
  return isDay(end) ? instantOfLocalMs(zone, Date.parse(end) + daysLater * dayMs) : Date.parse(end);
}

/** Wall clock, as if it were UTC, of the beginning of the unit so many units ago. */
function unitStart(
  wallMs: number,
  unit: Extract<SegmentWindow, { type: 'calendar' }>['unit'],
  unitsAgo: number,
  weekStartsOn: number,
): number {
  const today = Math.floor(wallMs / dayMs) * dayMs;
  if (unit === 'day') return today - unitsAgo * dayMs;
  const at = new Date(today);
  if (unit === 'week') return today - (((at.getUTCDay() - weekStartsOn + 7) % 7) + 7 * unitsAgo) * dayMs;
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  if (unit === 'year') return Date.UTC(year - unitsAgo, 0);
  return unit === 'month' ? Date.UTC(year, month - unitsAgo) : Date.UTC(year, month - (month % 3) - 3 * unitsAgo);
}
