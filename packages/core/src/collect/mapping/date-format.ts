import { midnightUtcMs, type ParsedTime } from '../parse-time.js';
import { instantOfLocalMs } from '../zone-offset.js';
import { monthOfName } from './month-of-name.js';

/** Reads a text in one format; undefined if it has another form or names a day or time that does not exist. */
export type DateReader = (text: string, zone: string) => ParsedTime | undefined;

/**
 * Compiles a date format: `yyyy` or `yy` (69 to 99 are of the last century), `MM` or `M`, `MMM` (a name: Mar, März), `dd` or `d`, `HH` or `H`, `hh` or `h` with `a` (AM,
 * PM), `mm`, `ss`, `SSS`; everything else stands for itself. Year, month and day are needed. Without hours it is a day. Throws SyntaxError for
 * formats that lack or repeat a part.
 *
 * The format `excel` reads the days since 1900 that spreadsheets count (45778 is 1 May 2025); a fraction is the time of the day.
 */
export function dateFormat(format: string): DateReader {
  if (format === 'excel') return excelDay;
  const parts: string[] = [];
  const pattern = format.replace(/yyyy|yy|MMM|MM?|dd?|HH?|hh?|mm|ss|SSS|a|[^A-Za-z0-9]|[A-Za-z0-9]/g, (token) => {
    const digits = patterns.get(token);
    if (digits === undefined) return token.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
    parts.push(token.charAt(0));
    return digits;
  });
  for (const needed of 'yMd')
    if (!parts.includes(needed)) throw new SyntaxError(`the format ${format} has no ${partNames[needed]}`);
  if (new Set(parts).size !== parts.length) throw new SyntaxError(`the format ${format} names a part twice`);
  if (parts.includes('h') !== parts.includes('a')) throw new SyntaxError(`the format ${format} needs h and a together`);
  const matcher = new RegExp(`^${pattern}$`, 'i');
  const place = new Map(parts.map((part, index) => [part, index + 1]));
  const hasHour = place.has('H') || place.has('h');
  return (text, zone) => {
    const match = matcher.exec(text);
    if (match === null) return undefined;
    const part = (name: string) => match[place.get(name) ?? match.length];
    return instantOf(part, hasHour, zone);
  };
}

const partNames: Readonly<Record<string, string>> = { y: 'year (yyyy)', M: 'month (MM)', d: 'day (dd)' };

const patterns = new Map([
  ['yyyy', '(\\d{4})'],
  ['yy', '(\\d\\d)'],
  ['MMM', '([a-zà-ÿ]{3,12}\\.?)'],
  ['MM', '(\\d\\d)'],
  ['M', '(\\d\\d?)'],
  ['dd', '(\\d\\d)'],
  ['d', '(\\d\\d?)'],
  ['HH', '(\\d\\d)'],
  ['H', '(\\d\\d?)'],
  ['hh', '(\\d\\d)'],
  ['h', '(\\d\\d?)'],
  ['mm', '(\\d\\d)'],
  ['ss', '(\\d\\d)'],
  ['SSS', '(\\d{3})'],
  ['a', '([ap]m)'],
]);

function instantOf(part: (name: string) => string | undefined, hasHour: boolean, zone: string): ParsedTime | undefined {
  const midnightMs = midnightUtcMs(fullYear(part('y')), monthOf(part('M')), Number(part('d')));
  if (midnightMs === undefined) return undefined;
  if (!hasHour) return { atMs: instantOfLocalMs(zone, midnightMs), precision: 'day', zoneAssumed: true };
  const hour = part('h') === undefined ? Number(part('H')) : hourOfHalfDay(Number(part('h')), part('a'));
  const minute = Number(part('m') ?? 0);
  const second = Number(part('s') ?? 0);
  if (!(hour >= 0 && hour <= 23) || minute > 59 || second > 60) return undefined;
  const localMs = midnightMs + ((hour * 60 + minute) * 60 + second) * 1000 + Number(part('S') ?? 0);
  return { atMs: instantOfLocalMs(zone, localMs), precision: 'instant', zoneAssumed: true };
}

function monthOf(written: string | undefined): number {
  const month = Number(written);
  return Number.isNaN(month) ? (monthOfName(written ?? '') ?? 0) : month;
}

function fullYear(written: string | undefined): number {
  const year = Number(written);
  if (written?.length !== 2) return year;
  return year + (year < 69 ? 2000 : 1900);
}

/** Days are counted from 30 December 1899, because a 29 February 1900 is counted that never was; so days before March 1900 are left alone. */
function excelDay(text: string, zone: string): ParsedTime | undefined {
  if (!/^\d{2,5}(?:[.,]\d{1,12})?$/.test(text)) return undefined;
  const days = Number(text.replace(',', '.'));
  if (days < 61) return undefined;
  const localMs = Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000;
  const precision = Number.isInteger(days) ? 'day' : 'instant';
  return { atMs: instantOfLocalMs(zone, localMs), precision, zoneAssumed: true };
}

function hourOfHalfDay(hour: number, half: string | undefined): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
}
