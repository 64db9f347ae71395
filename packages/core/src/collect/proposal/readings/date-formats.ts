import type { DateFacts } from './date-facts.js';
import type { DateShape } from './date-shape.js';

export type DateOrder = 'day-first' | 'month-first';

/** What the lines decide, by majority; undefined if none does. */
export function decidedOrder({ dayFirst, monthFirst }: DateFacts): DateOrder | undefined {
  if (dayFirst === 0 && monthFirst === 0) return undefined;
  return dayFirst >= monthFirst ? 'day-first' : 'month-first';
}

/**
 * The formats of the mapping that read the column; none if every text is ISO 8601, which is read without. Where years are missing the formats begin
 * with `yyyy `: the year has to be put before the text.
 */
export function dateFormats(facts: DateFacts, order: DateOrder): readonly string[] {
  const shapes = facts.shapes.filter((shape) => shape.order !== 'no-year' || facts.lacksYear);
  if (shapes.every((shape) => shape.order === 'iso')) return [];
  const formats = shapes.map((shape) => formatOf(shape, order, facts.lacksYear));
  // `d` reads what `dd` does.
  const bare = new Set(shapes.flatMap((shape, at) => (shape.isPadded ? [] : [formats[at]])));
  return [...new Set(formats)].filter(
    (format) =>
      bare.has(format) ||
      (!bare.has(format.replace(/MM/, 'M').replace(/dd/, 'd').replace(/HH/, 'H')) &&
        !bare.has(format.replace(/MM/, 'M').replace(/dd/, 'd'))),
  );
}

function formatOf(shape: DateShape, order: DateOrder, lacksYear: boolean): string {
  const [day, month] = shape.isPadded ? ['dd', 'MM'] : ['d', 'M'];
  const year = shape.yearDigits === 2 ? 'yy' : 'yyyy';
  const between = shape.mark.charAt(0);
  const two = order === 'day-first' ? `${day}${between}${month}` : `${month}${between}${day}`;
  switch (shape.order) {
    case 'iso':
    case 'year-first':
      return `yyyy${between}${month}${between}${day}${shape.time}`;
    case 'two-first':
      return `${lacksYear ? 'yyyy ' : ''}${two}${between}${lacksYear ? '' : year}${shape.time}`;
    case 'named':
      return `${shape.mark}${shape.time}`;
    case 'no-year':
      return `yyyy ${two}${shape.mark.slice(1)}${shape.time}`;
  }
}
