/** What the format of a cell makes of a number. */
export type DateKind = 'day' | 'instant' | 'time';

const dayMs = 86_400_000;

/**
 * The ISO 8601 text of a spreadsheet's date: days since the end of 1899 (which held a 29 February 1900 that never was), or since 1904.
 * A day that has a time of day after all is told with it. Undefined outside the years 1900 to 9999.
 */
export function serialDate(serial: number, kind: DateKind, is1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const timeMs = Math.round((serial - Math.floor(serial)) * dayMs);
  if (kind === 'time' && serial < 1) return new Date(timeMs).toISOString().slice(11, 19);
  const sinceMs = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const atMs = sinceMs + Math.floor(serial) * dayMs + timeMs;
  if (atMs > Date.UTC(9999, 11, 31)) return undefined;
  const text = new Date(atMs).toISOString();
  if (kind === 'day' && timeMs === 0) return text.slice(0, 10);
  return text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23);
}
