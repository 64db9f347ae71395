import type { Language } from '@throughline/core/words/language';

export interface Formats {
  readonly number: (value: number) => string;
  /** A share of one, as `0.3%`; what is less than a thousandth but something is `0.1%` at least. */
  readonly percent: (shareOf1: number) => string;
  /** `12 May 2026`. */
  readonly day: (at: string) => string;
  /** `12 May 2026` of a calendar day written `2026-05-12`: the same in every zone. */
  readonly calendarDay: (day: string) => string;
  /** `Tuesday, 12 May 2026`. */
  readonly weekday: (at: string) => string;
  /** `14:03`. */
  readonly time: (at: string) => string;
  /** `12 May 2026, 14:03`. */
  readonly moment: (at: string) => string;
  /** As `moment`, but only the day of an instant that is midnight somewhere: a time known by its day stands for that day. */
  readonly occasion: (at: string) => string;
  /** An amount, with its currency if that is known; text that is no number stays as it is. */
  readonly money: (value: number | string, currency: string | null) => string;
  /** The calendar day of an instant in the workspace's zone, as `2026-05-12`. */
  readonly dayKey: (at: string) => string;
}

/** Days are written as the server's sentences write them, whatever the country: 12 May 2026. */
const dayLocales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

const kept = new Map<string, Formats>();

/** How numbers and times read: the reader's words, the numbers of the workspace's country, the workspace's zone. */
export function formats(language: Language, country: string, zone: string): Formats {
  const key = `${language} ${country} ${zone}`;
  const found = kept.get(key) ?? make(localeOf(language, country), dayLocales[language], zone);
  kept.set(key, found);
  return found;
}

function make(locale: string, dayLocale: string, timeZone: string): Formats {
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = dateFormat(dayLocale, timeZone, options);
    return (at: string) => format.format(new Date(at));
  };
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const key = dateFormat('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const plainDay = dateFormat(dayLocale, 'UTC', day);
  const [dayOf, timeOf] = [date(day), date(time)];
  const momentOf = (at: string) => `${dayOf(at)}, ${timeOf(at)}`;
  return {
    number: (value) => number.format(value),
    percent: (shareOf1) => percent.format(shareOf1 > 0 ? Math.max(0.001, shareOf1) : 0),
    day: dayOf,
    calendarDay: (at) => plainDay.format(new Date(`${at.slice(0, 10)}T00:00:00Z`)),
    weekday: date({ ...day, weekday: 'long' }),
    time: timeOf,
    moment: momentOf,
    occasion: (at) => (isSomewhereMidnight(at) ? dayOf(at) : momentOf(at)),
    money: (value, currency) => amount(locale, value, currency),
    dayKey: (at) => key.format(new Date(at)),
  };
}

/** Zones differ from UTC by whole quarters of an hour. */
function isSomewhereMidnight(at: string): boolean {
  return Date.parse(at) % 900_000 === 0;
}

function amount(locale: string, value: number | string, currency: string | null): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return String(value);
  try {
    const style = currency === null ? {} : ({ style: 'currency', currency } as const);
    return new Intl.NumberFormat(locale, style).format(number);
  } catch {
    return `${new Intl.NumberFormat(locale).format(number)} ${currency}`;
  }
}

function localeOf(language: Language, country: string): string {
  return /^[A-Z]{2}$/i.test(country) ? `${language}-${country.toUpperCase()}` : language;
}

/** A zone this browser does not know reads as UTC rather than breaking the page. */
function dateFormat(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', timeZoneName: 'short' });
  }
}
