import { zoneOffsetMs } from '@throughline/core/collect/zone-offset';

/** `2026-05-01T10:00:00.000Z`. */
export function isoTime(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** `2026-05-01 12:00:00`, as a clock on the wall of that zone shows it. */
export function wallTime(atMs: number, zone: string): string {
  const text = new Date(atMs + zoneOffsetMs(zone, atMs)).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** `01.05.2026 12:00`. */
export function germanTime(atMs: number, zone: string): string {
  const text = wallTime(atMs, zone);
  return `${germanDay(text)} ${text.slice(11, 16)}`;
}

/** `01.05.2026` of a text that begins with a day. */
export function germanDay(text: string): string {
  return `${text.slice(8, 10)}.${text.slice(5, 7)}.${text.slice(0, 4)}`;
}

/** `05/01/2026 1:07 PM`. */
export function americanTime(atMs: number, zone: string): string {
  const text = wallTime(atMs, zone);
  const hour = Number(text.slice(11, 13));
  const half = hour < 12 ? 'AM' : 'PM';
  return `${text.slice(5, 7)}/${text.slice(8, 10)}/${text.slice(0, 4)} ${hour % 12 === 0 ? 12 : hour % 12}:${text.slice(14, 16)} ${half}`;
}

/** Cents as `12.50`. */
export function decimalPoint(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** Cents as `12,50`. */
export function decimalComma(cents: number): string {
  return decimalPoint(cents).replace('.', ',');
}
