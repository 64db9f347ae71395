import type { Answers, ColumnAnswer } from '../answers.js';
import type { LeftOutWhy } from '../column-proposal.js';
import { type Meaning, sensitiveMeanings } from '../meaning.js';
import { dateFacts } from '../readings/date-facts.js';
import type { Candidates } from './candidates.js';
import type { ChosenColumn } from './chosen-column.js';
import { evidence } from './evidence.js';
import { byWeight } from './heaviest.js';

/** Gives a meaning that somebody chose the last word before the columns are looked at together. */
export function answeredMeanings(columns: readonly Candidates[], answers: Answers): readonly Candidates[] {
  return columns.map((column) => {
    const meaning = answerOf(column.facts.header, answers)?.meaning;
    if (meaning === undefined) return column;
    return {
      ...column,
      weights: new Map([...column.weights, [meaning, { weight: 100, evidence: evidence.answer() }]]),
    };
  });
}

/** Settles on the heaviest meaning of each column, and on whether it is taken. How it is read is settled later. */
export function chooseColumns(columns: readonly Candidates[], answers: Answers): readonly ChosenColumn[] {
  return columns.map((column) => {
    const { facts, header } = column;
    const [first, ...others] = byWeight(column);
    const meaning = first?.[0] ?? 'text';
    const answer = answerOf(facts.header, answers);
    const why = whyLeftOut(facts.header, meaning, answer);
    return {
      name: facts.header,
      position: facts.position,
      meaning,
      evidence: first?.[1].evidence ?? evidence.none(),
      alternatives: others
        .filter(([, { weight }]) => weight > 0.1)
        .map(([other]) => other)
        .slice(0, 6),
      isChosen: why === null,
      whyLeftOut: why,
      isAnswered: answer !== undefined,
      facts,
      header,
      dates: timeMeanings.has(meaning) ? dateFacts(facts.texts) : null,
      reading: null,
    };
  });
}

const timeMeanings: ReadonlySet<Meaning> = new Set(['date', 'date-time', 'birthday']);

function answerOf(name: string, { columns }: Answers): ColumnAnswer | undefined {
  return columns !== undefined && Object.hasOwn(columns, name) ? columns[name] : undefined;
}

function whyLeftOut(name: string, meaning: Meaning, answer: ColumnAnswer | undefined): LeftOutWhy | null {
  if (/[{}]/.test(name)) return 'name-unusable';
  if (answer?.isChosen !== undefined) return answer.isChosen ? null : 'answered';
  if (meaning === 'empty') return 'empty';
  return sensitiveMeanings.has(meaning) ? (meaning as LeftOutWhy) : null;
}
