import { type DateShape, dateShape } from './date-shape.js';

/** What the dates of a column have in common, and what they decide. */
export interface DateFacts {
  readonly matching: number;
  readonly isDayOnly: boolean;
  /** Some time names no zone. */
  readonly lacksZone: boolean;
  /** Most dates are written without their year. A few without are lines to be asked about, not the way the column is written. */
  readonly lacksYear: boolean;
  /** How many lines show that the day stands first, and that the month does. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** True if only the order could be in doubt, and no line decides it. */
  readonly isOrderOpen: boolean;
  /** A text that can be read both ways, if there is one. */
  readonly example: string | null;
  readonly shapes: readonly DateShape[];
}

export function dateFacts(texts: readonly string[]): DateFacts {
  const shapes: DateShape[] = [];
  const seen = new Set<string>();
  const counts = { matching: 0, dayFirst: 0, monthFirst: 0, open: 0, days: 0, yearless: 0 };
  let example: string | null = null;
  let lacksZone = false;
  for (const text of texts) {
    const shape = dateShape(text);
    if (shape === undefined) continue;
    counts.matching++;
    if (shape.time === '') counts.days++;
    else if (!shape.hasZone) lacksZone = true;
    if (shape.order === 'no-year') counts.yearless++;
    if (shape.order === 'two-first' || shape.order === 'no-year') {
      if (shape.first > 12) counts.dayFirst++;
      else if (shape.second > 12) counts.monthFirst++;
      else {
        counts.open++;
        if (example === null && shape.first !== shape.second) example = text;
      }
    }
    const form = `${shape.order}${shape.mark}${shape.isPadded}${shape.yearDigits}${shape.time}${shape.hasZone}`;
    if (seen.has(form)) continue;
    seen.add(form);
    shapes.push(shape);
  }
  return {
    matching: counts.matching,
    isDayOnly: counts.matching > 0 && counts.days === counts.matching,
    lacksZone,
    lacksYear: counts.yearless > 0.5 * counts.matching,
    dayFirst: counts.dayFirst,
    monthFirst: counts.monthFirst,
    isOrderOpen: counts.open > 0 && counts.dayFirst === 0 && counts.monthFirst === 0,
    example,
    shapes,
  };
}
