import { zoneOffsetMs } from '@throughline/core/collect/zone-offset';

/**
 * Milliseconds to add to UTC to get the wall clock of the zone. Remembers one offset a day, so two years of times cost no more than 730
 * questions to the calendar; on the two days a year that have two offsets it asks each time.
 */
export function offsetByDay(zone: string, atMs: number): number {
  if (zone === 'UTC') return 0;
  let days = zones.get(zone);
  if (days === undefined) {
    days = new Map();
    zones.set(zone, days);
  }
  const day = Math.floor(atMs / dayMs);
  let offset = days.get(day);
  if (offset === undefined) {
    const morning = zoneOffsetMs(zone, day * dayMs);
    offset = morning === zoneOffsetMs(zone, (day + 1) * dayMs) ? morning : 'changes';
    days.set(day, offset);
  }
  return offset === 'changes' ? zoneOffsetMs(zone, atMs) : offset;
}

const dayMs = 86_400_000;
const zones = new Map<string, Map<number, number | 'changes'>>();
