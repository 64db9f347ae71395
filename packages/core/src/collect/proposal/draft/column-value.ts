import type { MappingValue } from '../../mapping/mapping.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { templateOf } from './template-of.js';

/** A column as the value of a property or trait: numbers as numbers, days as days, yes and no as truths, all else as it stands. */
export function columnValue(column: ChosenColumn): MappingValue {
  const from = templateOf(column);
  const { reading, meaning } = column;
  if (meaning === 'flag' || meaning === 'consent') return areTruths(column) ? { from, as: 'boolean' } : asText(column);
  if (meaning === 'score') return { from, as: 'number' };
  if (reading?.type === 'number' && areNumbers(column))
    return reading.decimal === '.' ? { from, as: 'number' } : { from, as: 'number', decimal: ',' };
  if (meaning === 'birthday' && reading?.type === 'date' && reading.formats.some(isShortYear)) return asText(column);
  if (reading?.type === 'date' && column.dates !== null && !column.dates.lacksYear && areDates(column)) {
    return reading.formats.length === 0 ? { from, as: 'date' } : { from, as: 'date', format: [...reading.formats] };
  }
  return asText(column);
}

/** A field called `merge` beside one called `from` would read as a way to merge: then the longer form. */
function asText(column: ChosenColumn): MappingValue {
  const from = templateOf(column);
  return column.name === 'merge' ? { from } : from;
}

/** 3.4.38 is a birthday of the last century; the reader of dates would take it for one to come. */
function isShortYear(format: string): boolean {
  return /yy/.test(format) && !/yyyy/.test(format);
}

/** A property that cannot be read sets a whole line aside, so a few odd cells are enough to keep it as text. */
function areNumbers({ facts }: ChosenColumn): boolean {
  return facts.texts.every((text) => /^\D{0,4}\d[\d.,'’\s]*\D{0,4}$/u.test(text) && !text.includes(':'));
}

function areDates({ dates, facts }: ChosenColumn): boolean {
  return dates !== null && dates.matching === facts.texts.length;
}

function areTruths({ facts }: ChosenColumn): boolean {
  return [...facts.counts.keys()].every((text) =>
    /^(?:true|false|yes|no|y|n|1|0|ja|nein|j|oui|non|s[ií]|nee|t|f)$/i.test(text),
  );
}
