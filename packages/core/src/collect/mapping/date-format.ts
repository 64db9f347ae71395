import { midnightUtcMs, type ParsedTime } from '../parse-time.js';
import { instantOfLocalMs } from '../zone-offset.js';

/** Reads a text in one format; undefined if it has another form or names a day or time that does not exist. */
export type DateReader = (text: string, zone: string) => ParsedTime | undefined;

/**
 * Compiles a date format: `yyyy`, `MM` or `M`, `dd` or `d`, `HH` or `H`, `hh` or `h` with `a` (AM, PM), `mm`, `ss`, `SSS`; everything else stands
 * for itself. Year, month and day are needed. Without hours it is a day. Throws SyntaxError for formats that lack or repeat a part.
 */
export function dateFormat(format: string): DateReader {
  const parts: string[] = [];
  const pattern = format.replace(/yyyy|MM?|dd?|HH?|hh?|mm|ss|SSS|a|[^A-Za-z0-9]|[A-Za-z0-9]/g, (token) => {
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
  const midnightMs = midnightUtcMs(Number(part('y')), Number(part('M')), Number(part('d')));
  if (midnightMs === undefined) return undefined;
  if (!hasHour) return { atMs: instantOfLocalMs(zone, midnightMs), precision: 'day', zoneAssumed: true };
  const hour = part('h') === undefined ? Number(part('H')) : hourOfHalfDay(Number(part('h')), part('a'));
  const minute = Number(part('m') ?? 0);
  const second = Number(part('s') ?? 0);
  if (!(hour >= 0 && hour <= 23) || minute > 59 || second > 60) return undefined;
  const localMs = midnightMs + ((hour * 60 + minute) * 60 + second) * 1000 + Number(part('S') ?? 0);
  return { atMs: instantOfLocalMs(zone, localMs), precision: 'instant', zoneAssumed: true };
}

function hourOfHalfDay(hour: number, half: string | undefined): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
}
