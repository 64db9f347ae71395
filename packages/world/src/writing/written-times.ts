import { offsetByDay } from './zone-offset-by-day.js';

/** `2026-05-01T10:00:00.000Z`. */
export function isoTime(atMs: number): string {
  const ms = Math.floor(atMs);
  return `${dayText(ms)}T${clockText(ms)}.${String(ms % 1000).padStart(3, '0')}Z`;
}

/** `2026-05-01 12:00:00`, as a clock on the wall of that zone shows it. */
export function wallTime(atMs: number, zone: string): string {
  const localMs = Math.floor(atMs) + offsetByDay(zone, atMs);
  return `${dayText(localMs)} ${clockText(localMs)}`;
}

/** `2026-05-01`, as a calendar on the wall of that zone shows it. */
export function wallDay(atMs: number, zone: string): string {
  return dayText(Math.floor(atMs) + offsetByDay(zone, atMs));
}

/** `01.05.2026 12:00`. */
export function germanTime(atMs: number, zone: string): string {
  const text = wallTime(atMs, zone);
  return `${germanDay(text)} ${text.slice(11, 16)}`;
}

/** `01.05.2026` of a text that begins with `2026-05-01`. */
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

const dayMs = 86_400_000;
/** Two years have 730 days, and a company's years are asked for again and again. */
const dayTexts = new Map<number, string>();

function dayText(atMs: number): string {
  const day = Math.floor(atMs / dayMs);
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * dayMs).toISOString().slice(0, 10);
    dayTexts.set(day, text);
  }
  return text;
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function clockText(atMs: number): string {
  const second = Math.floor((atMs % dayMs) / 1000);
  return `${twoDigits[Math.floor(second / 3600)]}:${twoDigits[Math.floor(second / 60) % 60]}:${twoDigits[second % 60]}`;
}
