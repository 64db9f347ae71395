import { monthOfName } from '../../mapping/month-of-name.js';

/** How one text is written as a date, before it is known which number is the day. */
export interface DateShape {
  /**
   * `iso`: read without a format. `year-first`: 2026/05/01. `two-first`: day or month first. `no-year`: 03.04. `named`: the month is a word, and `mark`
   * is the format of the day.
   */
  readonly order: 'iso' | 'year-first' | 'two-first' | 'no-year' | 'named';
  readonly mark: string;
  /** The first two numbers of `two-first` and `no-year`; month and day of the others. */
  readonly first: number;
  readonly second: number;
  readonly isPadded: boolean;
  readonly yearDigits: 0 | 2 | 4;
  /** What stands behind the day, as a format: ` HH:mm:ss`; empty for a day. */
  readonly time: string;
  readonly hasZone: boolean;
}

/** Undefined if the text is no date. The day itself is not checked beyond what numbers can be days and months. */
export function dateShape(text: string): DateShape | undefined {
  if (text.length > 40) return undefined;
  if (!/^\d{1,4}[./-]\d/.test(text)) return named(text);
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, one = '', mark = '', two = '', closing, three = '', time = ''] = match;
  const behind = timeFormat(time);
  if (behind === undefined) return undefined;
  if (one.length === 4) return yearFirst(one, mark, two, three, behind);
  if (one.length > 2) return undefined;
  const yearDigits = three.length === 4 ? 4 : three.length === 2 ? 2 : 0;
  if (three !== '' && yearDigits === 0) return undefined;
  if (three === '' && mark !== '.' && mark !== '/') return undefined;
  const numbers = { first: Number(one), second: Number(two) };
  if (!canBeDay(numbers.first, numbers.second) && !canBeDay(numbers.second, numbers.first)) return undefined;
  if (yearDigits === 4 && !isYear(Number(three))) return undefined;
  const isDotted = closing !== undefined;
  if (three === '' && mark === '.' && !isDotted && time === '') return undefined;
  return {
    ...numbers,
    order: three === '' ? 'no-year' : 'two-first',
    mark: three === '' && isDotted ? `${mark}.` : mark,
    isPadded: one.length === 2 && two.length === 2,
    yearDigits,
    time: behind.format,
    hasZone: behind.hasZone,
  };
}

const form = /^(\d{1,4})([./-])(\d{1,2})(?:(\2)(\d{1,4})?)?([T ,].*)?$/;

/** 1. März 2026, 01-MAY-26, Dec 24, 2026. */
function named(text: string): DateShape | undefined {
  const match = namedForm.exec(text);
  if (match === null) return undefined;
  const [
    ,
    day = '',
    mark = '',
    month = '',
    between = '',
    year = '',
    month2 = '',
    gap = '',
    day2 = '',
    comma = '',
    year2 = '',
    time = '',
  ] = match;
  const behind = timeFormat(time);
  if (behind === undefined || behind.hasZone || monthOfName(month || month2) === undefined) return undefined;
  const digits = (year || year2).length === 2 ? 2 : 4;
  const dayFormat = (day || day2).length === 2 ? 'dd' : 'd';
  const yearFormat = digits === 2 ? 'yy' : 'yyyy';
  return {
    order: 'named',
    mark: day === '' ? `MMM${gap}${dayFormat}${comma}${yearFormat}` : `${dayFormat}${mark}MMM${between}${yearFormat}`,
    first: Number(day || day2),
    second: monthOfName(month || month2) ?? 0,
    isPadded: dayFormat === 'dd',
    yearDigits: digits,
    time: behind.format,
    hasZone: false,
  };
}

const namedForm =
  /^(?:(\d{1,2})(\.? |-|\/)(\p{L}{3,12}\.?)( |-|\/)(\d{4}|\d\d)|(\p{L}{3,12}\.?)( )(\d{1,2})(,? )(\d{4}))([T ,].*)?$/u;

function yearFirst(
  year: string,
  mark: string,
  month: string,
  day: string,
  behind: { format: string; hasZone: boolean },
): DateShape | undefined {
  const numbers = { first: Number(month), second: Number(day) };
  if (day === '' || day.length > 2 || !isYear(Number(year)) || !canBeDay(numbers.second, numbers.first))
    return undefined;
  const isPadded = month.length === 2 && day.length === 2;
  const isIso = mark === '-' && isPadded && !/a$/.test(behind.format) && !/^,/.test(behind.format);
  if (!isIso && behind.hasZone) return undefined;
  return {
    ...numbers,
    order: isIso ? 'iso' : 'year-first',
    mark,
    isPadded,
    yearDigits: 4,
    time: behind.format,
    hasZone: behind.hasZone,
  };
}

const timeForm =
  /^(T|,? +)(\d{1,2}):(\d\d)(?::(\d\d)(?:([.,])(\d{1,9}))?)?( ?)([AaPp][Mm])?(?: ?(Z|z|[+-]\d\d(?::?\d\d)?))?$/;

/** ` 9:05:30 PM` is ` h:mm:ss a`; nothing is nothing. Undefined if it is no time of the day. */
function timeFormat(text: string): { format: string; hasZone: boolean } | undefined {
  if (text === '') return { format: '', hasZone: false };
  const match = timeForm.exec(text);
  if (match === null) return undefined;
  const [, before = '', hour = '', minute = '', second, fractionMark, fraction, gap = '', half, zone] = match;
  if (Number(hour) > (half === undefined ? 24 : 12) || Number(minute) > 59 || Number(second ?? 0) > 60)
    return undefined;
  const hours = half === undefined ? 'H' : 'h';
  const parts = [
    before,
    hour.length === 2 && half === undefined ? hours + hours : hours,
    ':mm',
    second === undefined ? '' : ':ss',
    fraction === undefined ? '' : `${fractionMark}${'S'.repeat(3)}`,
    half === undefined ? '' : `${gap}a`,
  ];
  return { format: parts.join(''), hasZone: zone !== undefined };
}

function canBeDay(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

function isYear(year: number): boolean {
  return year >= 1900 && year <= 2100;
}
