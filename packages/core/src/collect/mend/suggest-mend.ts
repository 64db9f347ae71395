import { decimalOfText } from '../mapping/decimal-of-text.js';
import { dateFacts } from '../proposal/readings/date-facts.js';
import { dateFormats, decidedOrder } from '../proposal/readings/date-formats.js';
import { dateShape } from '../proposal/readings/date-shape.js';
import type { Sentence } from '../proposal/sentence.js';
import type { SetAsideCode } from '../set-aside-reason.js';
import type { MendAnswer } from './mend-answer.js';

export interface MendSuggestion {
  /** What is wrong with them: "the date has no year". */
  readonly why: Sentence;
  /** "They look like 2026." */
  readonly sentence: Sentence;
  /** "Read them as 2026". */
  readonly label: Sentence;
  readonly answer: MendAnswer;
  /** Of the texts looked at, how many could be read. */
  readonly reads: number;
  readonly of: number;
}

export interface Known {
  /** What else the import holds, by month: `2026-05`. */
  readonly months: Readonly<Record<string, number>>;
  /** The month in which it was imported: nothing in it is later. */
  readonly until: string;
  /** How the column's dates are read now. */
  readonly formats: readonly string[];
}

/** So many of the texts must be readable for it to be evident. */
const shareNeeded = 0.9;

/**
 * What evidently mends texts of one column that could not be read; undefined if nothing does. A year is evident if everything else is in it, or if
 * the months are there in that year alone.
 */
export function suggestMend(code: SetAsideCode, texts: readonly string[], known: Known): MendSuggestion | undefined {
  if (texts.length === 0) return undefined;
  if (code === 'line.date-unreadable') return suggestDate(texts, known);
  return code === 'line.number-unreadable' ? suggestDecimal(texts) : undefined;
}

function suggestDate(texts: readonly string[], known: Known): MendSuggestion | undefined {
  const facts = dateFacts(texts);
  if (facts.matching < shareNeeded * texts.length) return undefined;
  const isDotted = facts.shapes.every(({ mark }) => mark.startsWith('.'));
  const order = decidedOrder(facts) ?? (isDotted ? 'day-first' : orderOf(known.formats));
  if (order === undefined) return undefined;
  const formats = dateFormats(facts, order);
  if (formats.length === 0) return undefined;
  const count = { reads: facts.matching, of: texts.length };
  if (!facts.lacksYear) {
    const values = { format: formats.join(', '), example: texts[0] ?? '' };
    return {
      ...count,
      why: { key: 'collect.mend.date.why', values },
      sentence: { key: 'collect.mend.date.sentence', values },
      label: { key: 'collect.mend.date.label', values },
      answer: { type: 'date', formats },
    };
  }
  const year = yearOf(texts, order, known);
  if (year === undefined) return undefined;
  const values = { year };
  return {
    ...count,
    why: { key: 'collect.mend.year.why', values: {} },
    sentence: { key: 'collect.mend.year.sentence', values },
    label: { key: 'collect.mend.year.label', values },
    answer: { type: 'year', year, formats },
  };
}

/** The one year in which the import holds something in each of the months, none of them still to come; undefined if there is none, or several. */
function yearOf(
  texts: readonly string[],
  order: 'day-first' | 'month-first',
  { months, until }: Known,
): number | undefined {
  const wanted = new Set<string>();
  for (const text of texts) {
    const shape = dateShape(text);
    if (shape?.order !== 'no-year') continue;
    wanted.add(String(order === 'day-first' ? shape.second : shape.first).padStart(2, '0'));
  }
  const held = new Set(Object.keys(months));
  const years = [...new Set([...held].map((month) => month.slice(0, 4)))];
  const possible = years.filter((year) => [...wanted].every((month) => `${year}-${month}` <= until));
  const fitting =
    years.length === 1
      ? possible
      : possible.filter((year) => [...wanted].every((month) => held.has(`${year}-${month}`)));
  const [found, second] = fitting;
  return found !== undefined && second === undefined ? Number(found) : undefined;
}

function orderOf(formats: readonly string[]): 'day-first' | 'month-first' | undefined {
  const found = formats.find((format) => format.includes('M') && format.includes('d') && !format.startsWith('y'));
  if (found === undefined) return undefined;
  return found.indexOf('d') < found.indexOf('M') ? 'day-first' : 'month-first';
}

function suggestDecimal(texts: readonly string[]): MendSuggestion | undefined {
  const reads = (decimal: '.' | ',') => texts.filter((text) => decimalOfText(text, decimal) !== undefined).length;
  const counts = { '.': reads('.'), ',': reads(',') };
  const decimal = counts['.'] > counts[','] ? '.' : ',';
  if (counts[decimal] < shareNeeded * texts.length) return undefined;
  const values = { decimal: decimal === '.' ? 'point' : 'comma' };
  return {
    reads: counts[decimal],
    of: texts.length,
    why: { key: 'collect.mend.decimal.why', values },
    sentence: { key: 'collect.mend.decimal.sentence', values },
    label: { key: 'collect.mend.decimal.label', values },
    answer: { type: 'decimal', decimal },
  };
}
