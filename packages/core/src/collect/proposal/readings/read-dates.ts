import type { Answers } from '../answers.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import type { ProposalContext } from '../proposal-context.js';
import type { Question } from '../question.js';
import { ask } from '../questions/ask.js';
import { choice } from '../questions/choice.js';
import type { DateFacts } from './date-facts.js';
import { type DateOrder, dateFormats, decidedOrder } from './date-formats.js';
import { dateShape } from './date-shape.js';

export interface ReadColumns {
  readonly columns: readonly ChosenColumn[];
  readonly questions: readonly Question[];
}

/**
 * Settles how the columns of dates are read. A line with a day after the twelfth decides for its column; a column that was decided, for those that are
 * not, because one system wrote the file; a dot between the numbers, for the day. Else it is asked, and nothing is pre-chosen.
 */
export function readDates(columns: readonly ChosenColumn[], context: ProposalContext, answers: Answers): ReadColumns {
  const questions: Question[] = [];
  const ofOthers = columns.flatMap(({ dates }) => (dates === null ? [] : (decidedOrder(dates) ?? [])))[0];
  const read = columns.map((column): ChosenColumn => {
    const { dates, name } = column;
    if (dates === null) return column;
    if (dates.matching < 0.5 * column.facts.texts.length) return withFormats(column, spreadsheetDays(column));
    const own = decidedOrder(dates);
    const fromOthers = hasOneMark(dates) ? ofOthers : undefined;
    let order: DateOrder = own ?? fromOthers ?? usualOrder(context);
    if (
      own === undefined &&
      fromOthers === undefined &&
      dates.isOrderOpen &&
      dates.example !== null &&
      column.isChosen
    ) {
      const question = askDateOrder(name, dates.example, dates, answers);
      questions.push(question);
      if (question.chosen !== null) order = question.chosen === 'day-first' ? 'day-first' : 'month-first';
    }
    if (dates.lacksYear && column.isChosen) questions.push(askYear(column, context, answers));
    return withFormats(column, dateFormats(dates, order));
  });
  return { columns: read, questions };
}

function withFormats(column: ChosenColumn, formats: readonly string[]): ChosenColumn {
  return { ...column, reading: { type: 'date', formats } };
}

function spreadsheetDays({ facts }: ChosenColumn): readonly string[] {
  return facts.texts.some((text) => /^\d{5}(?:[.,]\d+)?$/.test(text)) ? ['excel'] : [];
}

/** A birthday and an order's date of one system are written alike; texts with several marks were typed by hand. */
function hasOneMark({ shapes }: DateFacts): boolean {
  return new Set(shapes.map(({ mark }) => mark)).size <= 2;
}

function usualOrder({ country }: ProposalContext): DateOrder {
  return ['US', 'PH', 'PR', 'GU'].includes(country) ? 'month-first' : 'day-first';
}

function askDateOrder(column: string, example: string, { shapes }: DateFacts, answers: Answers): Question {
  const shape = dateShape(example);
  const day = shape?.first ?? 3;
  const month = shape?.second ?? 4;
  const values = { column, example, day, month };
  return ask(
    {
      topic: 'date-order',
      of: column,
      sentence: { key: 'collect.proposal.question.date-order', values },
      example,
      choices: [
        choice('day-first', 'collect.proposal.choice.day', { day, month }),
        choice('month-first', 'collect.proposal.choice.day', { day: month, month: day }),
      ],
      preChosen: shapes.every(({ mark }) => mark.startsWith('.')) ? 'day-first' : null,
    },
    answers,
  );
}

function askYear({ name, facts }: ChosenColumn, { today }: ProposalContext, answers: Answers): Question {
  const example = facts.texts[0] ?? '';
  const year = today?.slice(0, 4) ?? null;
  const before = year === null ? [] : [year, String(Number(year) - 1)];
  return ask(
    {
      topic: 'year',
      of: name,
      sentence: { key: 'collect.proposal.question.year', values: { column: name, example } },
      example,
      choices: before.map((value) => choice(value, 'collect.proposal.choice.as-it-is', { value })),
      preChosen: year,
      takes: (text) => /^(?:19|20)\d\d$/.test(text),
    },
    answers,
  );
}
