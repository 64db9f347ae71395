import { clockShape } from '../readings/clock-shape.js';
import { dateFacts } from '../readings/date-facts.js';
import type { ColumnFacts } from './column-facts.js';
import { evidence } from './evidence.js';
import type { Finding } from './finding.js';

/** Days, times and times of the day. Which formats read them is settled with the whole file, where one column may decide for another. */
export function findTimes(facts: ColumnFacts): readonly Finding[] {
  const { texts } = facts;
  if (texts.length === 0) return [];
  const dates = dateFacts(dateFacts(facts.some).matching < 0.5 * facts.some.length ? [] : texts);
  const findings: Finding[] = [];
  if (dates.matching >= 0.6 * texts.length && !looksLikeDecimals(texts, dates.lacksYear)) {
    const weight = dates.lacksYear ? 1.4 : 2.2;
    const why = evidence.form(dates.matching, texts.length);
    const birthday =
      dates.isDayOnly && areBirthdays(texts)
        ? [{ meaning: 'birthday', weight: weight + 0.3, evidence: why } as const]
        : [];
    findings.push({ meaning: dates.isDayOnly ? 'date' : 'date-time', weight, evidence: why }, ...birthday);
    if (dates.isDayOnly && birthday.length === 0)
      findings.push({ meaning: 'birthday', weight: weight - 0.5, evidence: why });
  }
  const compact = texts.filter(isCompactTime).length;
  if (compact >= 0.9 * texts.length) {
    const isDay = (texts[0] ?? '').length === 8;
    const why = evidence.form(compact, texts.length);
    findings.push({ meaning: isDay ? 'date' : 'date-time', weight: isDay ? 1.6 : 1.1, evidence: why });
    if (isDay) findings.push({ meaning: 'birthday', weight: areBirthdays(texts) ? 1.9 : 1.1, evidence: why });
  }
  const serial = texts.filter(isSpreadsheetDay).length;
  if (serial >= 0.95 * texts.length) {
    const isDay = texts.every((text) => /^\d+$/.test(text));
    findings.push({
      meaning: isDay ? 'date' : 'date-time',
      weight: isDay ? 0.35 : 0.9,
      evidence: evidence.form(serial, texts.length),
    });
  }
  return [...findings, ...clockFindings(texts)];
}

/** Talks and waits begin with no hours; the hours of the day go on past noon. */
function clockFindings(texts: readonly string[]): readonly Finding[] {
  const clocks = texts.filter(
    (text) => clockShape(text) !== undefined || /^\d{1,3}:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?$/.test(text),
  );
  if (clocks.length < 0.7 * texts.length || clocks.length === 0) return [];
  const why = evidence.form(clocks.length, texts.length);
  const early = clocks.filter((text) => Number(text.split(':')[0]) < 4 && !/m$/i.test(text)).length / clocks.length;
  const late = clocks.filter(
    (text) => /m$/i.test(text) || (Number(text.split(':')[0]) > 6 && Number(text.split(':')[0]) < 24),
  ).length;
  const isDuration = early > 0.6;
  return [
    { meaning: 'duration', weight: isDuration ? 1.6 : 0.7, evidence: why },
    { meaning: 'time-of-day', weight: isDuration ? 0.6 : 0.9 + (0.8 * late) / clocks.length, evidence: why },
  ];
}

function areBirthdays(texts: readonly string[]): boolean {
  const years = texts.flatMap((text) => /(?:^|\D)((?:19|20)\d\d)(?:\D|$|\d{4}$)/.exec(text)?.[1] ?? []).map(Number);
  if (years.length < 0.5 * texts.length || years.length < 5) return false;
  const latest = years.reduce((most, year) => Math.max(most, year));
  return (
    new Set(years).size >= Math.min(12, years.length * 0.5) &&
    years.filter((year) => year < latest - 12).length > 0.6 * years.length
  );
}

/** "3.12" is an amount unless something else says that it is a day. */
function looksLikeDecimals(texts: readonly string[], lacksYear: boolean): boolean {
  return (
    lacksYear &&
    texts.every((text) => /^\d+[./]\d+$/.test(text)) &&
    texts.some((text) => !/^\d{1,2}[./]\d{2}$/.test(text))
  );
}

/** 20260501, or seconds or milliseconds since 1970 as systems of this century write them. */
function isCompactTime(text: string): boolean {
  return (
    /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text) ||
    /^1[0-9]\d{8}(?:\d{3})?(?:\.\d+)?$/.test(text)
  );
}

/** Days from 1990 to 2060 as spreadsheets count them. */
function isSpreadsheetDay(text: string): boolean {
  return /^(?:3[3-9]|4\d|5[0-8])\d{3}(?:[.,]\d+)?$/.test(text);
}
