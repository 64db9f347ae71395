import type { Answers } from '../answers.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import type { Meaning } from '../meaning.js';
import type { ProposalContext } from '../proposal-context.js';
import type { Question } from '../question.js';
import { ask } from '../questions/ask.js';
import { choice } from '../questions/choice.js';
import { type NumberFacts, numberFacts } from './number-facts.js';
import type { ReadColumns } from './read-dates.js';

/** Settles the decimal marks: a column that shows its own decides for those that do not. What no number of the file decides is asked. */
export function readNumbers(columns: readonly ChosenColumn[], context: ProposalContext, answers: Answers): ReadColumns {
  const questions: Question[] = [];
  const facts = new Map(
    columns
      .filter(({ meaning }) => numberMeanings.has(meaning))
      .map((column) => [column, numberFacts(column.facts.texts)]),
  );
  const ofOthers = [...facts.values()].map(decided).find((mark) => mark !== undefined);
  const read = columns.map((column): ChosenColumn => {
    const numbers = facts.get(column);
    if (numbers === undefined) return column;
    let decimal = decided(numbers) ?? ofOthers ?? usualMark(context);
    if (decided(numbers) === undefined && ofOthers === undefined && numbers.example !== null && column.isChosen) {
      const question = askDecimal(column.name, numbers.example, answers);
      questions.push(question);
      if (question.chosen !== null) decimal = question.chosen === ',' ? ',' : '.';
    }
    return { ...column, reading: { type: 'number', decimal } };
  });
  return { columns: read, questions };
}

const numberMeanings: ReadonlySet<Meaning> = new Set(['amount', 'quantity', 'number', 'duration']);

function decided({ point, comma }: NumberFacts): '.' | ',' | undefined {
  if (point === 0 && comma === 0) return undefined;
  return point >= comma ? '.' : ',';
}

function usualMark({ country, language }: ProposalContext): '.' | ',' {
  try {
    const parts = new Intl.NumberFormat(`${language.slice(0, 2)}-${country}`).formatToParts(0.5);
    return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  } catch {
    return '.';
  }
}

function askDecimal(column: string, example: string, answers: Answers): Question {
  const [whole = '', fraction = ''] = example.replace(/[^\d.,]/g, '').split(/[.,]/);
  const mark = example.includes(',') ? ',' : '.';
  const small = Number(`${whole}.${fraction}`);
  const large = Number(`${whole}${fraction}`);
  return ask(
    {
      topic: 'decimal',
      of: column,
      sentence: { key: 'collect.proposal.question.decimal', values: { column, example, small, large } },
      example,
      choices: [
        choice(mark, 'collect.proposal.choice.number', { number: small }),
        choice(mark === ',' ? '.' : ',', 'collect.proposal.choice.number', { number: large }),
      ],
      preChosen: null,
    },
    answers,
  );
}
