import type { MappingTime } from '../../mapping/mapping.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { clockShape } from '../readings/clock-shape.js';
import { templateOf } from './template-of.js';

/** The time of the lines: of one column, of a day and a time of the day, with the year put before where none is written. */
export function draftTime(day: ChosenColumn, clock: ChosenColumn | undefined, year: string | null): MappingTime {
  const formats = day.reading?.type === 'date' ? day.reading.formats : [];
  const clocks = clock === undefined ? [] : [...new Set(clock.facts.texts.flatMap((text) => clockShape(text) ?? []))];
  const before = day.dates?.lacksYear === true && year !== null ? `${year} ` : '';
  if (clock === undefined || clocks.length === 0) {
    if (formats.length === 0) return templateOf(day);
    return { from: `${before}${templateOf(day)}`, format: [...formats] };
  }
  const days = formats.length === 0 ? ['yyyy-MM-dd'] : formats;
  return {
    from: `${before}${templateOf(day)} ${templateOf(clock)}`,
    format: days.flatMap((format) => clocks.map((shape) => `${format} ${shape}`)),
  };
}

/** A time of the day beside a day, if no line has the one without the other. */
export function clockBeside(columns: readonly ChosenColumn[], day: ChosenColumn): ChosenColumn | undefined {
  if (day.meaning !== 'date' || day.dates?.isDayOnly === false) return undefined;
  return columns.find(
    ({ meaning, isChosen, facts }) =>
      meaning === 'time-of-day' &&
      isChosen &&
      facts.values.every((value, row) => value !== null || day.facts.values[row] === null) &&
      facts.texts.every((text) => clockShape(text) !== undefined),
  );
}
