import { scoreQuestions, scoreSubjects } from '../../score.js';
import type { Answers } from '../answers.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { headerWords } from '../columns/header-meanings.js';
import type { LineKind } from '../line-kind.js';
import type { Question } from '../question.js';
import { ask } from '../questions/ask.js';
import { askScoreQuestion, askScoreSubject } from '../questions/ask-about-scores.js';
import { choice } from '../questions/choice.js';
import type { ReadColumns } from './read-dates.js';
import { scoreSubject } from './score-subject.js';

const scales = ['0-10', '1-10', '1-5', '0-5', '1-7', '1-6', '1-4', '0-100'] as const;

/**
 * Settles from where to where the scores go, by the least and the largest that were given, what was asked and about what; all of it can be said
 * otherwise. While it is open, a score is held to answer another question, about one event: so it spoils no figure.
 */
export function readScores(
  columns: readonly ChosenColumn[],
  file: { readonly name: string; readonly lineKind: LineKind },
  answers: Answers,
): ReadColumns {
  const questions: Question[] = [];
  const read = columns.map((column): ChosenColumn => {
    if (column.meaning !== 'score') return column;
    const scale = askScale(column, answers);
    const [from = 0, to = 10] = (scale.chosen ?? '0-10').split('-').map(Number);
    const asked = askScoreQuestion(column, { from, to }, answers);
    const about = askScoreSubject(column, scoreSubject(column, columns, file), asked.chosen, answers);
    if (column.isChosen) questions.push(scale, asked, about);
    const question = scoreQuestions.find((one) => one === asked.chosen) ?? 'other';
    const subject = scoreSubjects.find((one) => one === about.chosen) ?? 'event';
    return { ...column, reading: { type: 'score', from, to, question, about: subject } };
  });
  return { columns: read, questions };
}

function askScale({ name, facts }: ChosenColumn, answers: Answers): Question {
  const numbers = facts.texts.map((text) => Number(text.replace(',', '.'))).filter(Number.isFinite);
  const least = numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const most = numbers.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  return ask(
    {
      topic: 'score-scale',
      of: name,
      sentence: { key: 'collect.proposal.question.score-scale', values: { column: name } },
      example: facts.texts[0] ?? null,
      choices: scales.map((scale) => {
        const [from = 0, to = 0] = scale.split('-').map(Number);
        return choice(scale, 'collect.proposal.choice.scale', { from, to });
      }),
      preChosen: likelyScale(name, least, most, numbers.length),
    },
    answers,
  );
}

/** Null if the numbers given fit several scales: few of them, and none of the ends of the scale. */
function likelyScale(header: string, least: number, most: number, count: number): (typeof scales)[number] | null {
  const words = headerWords(header).join(' ');
  if (least > most || least < 0) return null;
  if (most > 10) return most <= 100 ? '0-100' : null;
  if (most > 7)
    return least === 0 || /nps|recommend|empfehl|recomend|likely|wahrscheinlich/.test(words)
      ? '0-10'
      : count >= 30
        ? '1-10'
        : null;
  if (/nps|recommend|empfehl|recomend/.test(words)) return '0-10';
  if (most > 5) return least >= 1 ? (most === 7 ? '1-7' : '1-6') : null;
  if (least === 0) return '0-5';
  return most === 5 || count >= 30 ? '1-5' : null;
}
