/** Milliseconds to add to UTC to get the wall clock of `zone` (IANA name) at that instant. An unknown zone throws RangeError. */
export function zoneOffsetMs(zone: string, atMs: number): number {
  if (zone === 'UTC') return 0;
  const known = zones.get(zone) ?? addZone(zone);
  const quarter = Math.floor(atMs / quarterHourMs);
  let offset = known.offsets.get(quarter);
  if (offset === undefined) {
    offset = wallClockMs(known.format, quarter * quarterHourMs) - quarter * quarterHourMs;
    if (known.offsets.size >= mostRemembered) known.offsets.clear();
    known.offsets.set(quarter, offset);
  }
  return offset;
}

/** True for the zones this runtime knows, by their IANA names ('Europe/Berlin', 'UTC'). */
export function isZone(zone: string): boolean {
  if (zone === 'UTC' || zones.has(zone)) return true;
  try {
    addZone(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a wall-clock time, given as the milliseconds it would be in UTC.
 *
 * - A time that the clock skipped (spring) is the first instant after the gap.
 * - A time that the clock showed twice (autumn) is the first of the two.
 * So a later wall-clock time is never an earlier instant.
 */
export function instantOfLocalMs(zone: string, localMs: number): number {
  if (zone === 'UTC') return localMs;
  const before = zoneOffsetMs(zone, localMs - dayMs);
  const after = zoneOffsetMs(zone, localMs + dayMs);
  const candidates =
    before === after ? [localMs - before] : [localMs - Math.max(before, after), localMs - Math.min(before, after)];
  for (const candidate of candidates) {
    if (candidate + zoneOffsetMs(zone, candidate) === localMs) return candidate;
  }
  return firstAfterGap(
    zone,
    localMs,
    localMs - Math.max(before, after, 0) - dayMs,
    localMs - Math.min(before, after, 0) + dayMs,
  );
}

/** The first minute whose wall clock is at or past `localMs`; wall clocks jump on whole minutes. */
function firstAfterGap(zone: string, localMs: number, fromMs: number, toMs: number): number {
  let low = Math.floor(fromMs / minuteMs);
  let high = Math.ceil(toMs / minuteMs);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (middle * minuteMs + zoneOffsetMs(zone, middle * minuteMs) >= localMs) high = middle;
    else low = middle + 1;
  }
  return low * minuteMs;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offset per quarter of an hour since 1970: since then, zones change theirs only on quarters. */
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();
const minuteMs = 60_000;
const quarterHourMs = 15 * minuteMs;
const dayMs = 24 * 60 * minuteMs;
const mostRemembered = 20_000;

function addZone(zone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const added = { format, offsets: new Map<number, number>() };
  zones.set(zone, added);
  return added;
}

/** The wall clock of the format's zone, read as if it were UTC. */
function wallClockMs(format: Intl.DateTimeFormat, atMs: number): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
    format.format(atMs).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
