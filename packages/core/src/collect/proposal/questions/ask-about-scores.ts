import { type ScoreQuestion, scoreQuestions, scoreSubjects } from '../../score.js';
import type { Answers } from '../answers.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { headerWords } from '../columns/header-meanings.js';
import type { Question } from '../question.js';
import type { SubjectFound } from '../readings/score-subject.js';
import { ask } from './ask.js';
import { choice } from './choice.js';

/** What a score answers: only answers to one question on one scale make a figure together. */
export function askScoreQuestion(
  { name }: ChosenColumn,
  { from, to }: { readonly from: number; readonly to: number },
  answers: Answers,
): Question {
  return ask(
    {
      topic: 'score-question',
      of: name,
      sentence: { key: 'collect.proposal.question.score-question', values: { column: name, from, to } },
      choices: scoreQuestions.map((one) => choice(one, `collect.proposal.score-question.${one}`)),
      preChosen: likelyQuestion(name, from, to),
    },
    answers,
  );
}

/**
 * The company as a whole or one event: what people say of the one says little of the other. Where nothing says which, only the recommend question
 * is held to be about the company.
 */
export function askScoreSubject(
  { name }: ChosenColumn,
  found: SubjectFound,
  question: string | null,
  answers: Answers,
): Question {
  const { subject, because, by } = found;
  return ask(
    {
      topic: 'score-about',
      of: name,
      sentence: { key: 'collect.proposal.question.score-about', values: { column: name, because, by } },
      choices: scoreSubjects.map((one) => choice(one, `collect.proposal.score-about.${one}`)),
      preChosen: because === 'nothing' && question !== 'recommend' ? null : subject,
    },
    answers,
  );
}

/** By the words of the question; 0 to 10 is what only the recommend question is asked on. */
function likelyQuestion(header: string, from: number, to: number): ScoreQuestion {
  const words = headerWords(header).join(' ');
  if (/\bnps\b|recom+[ea]nd|empfehl|aanbevelen/.test(words)) return 'recommend';
  if (/\bces\b|effort|aufwand|\beas[yi]|einfach|leicht|muehe|facil|makkelijk/.test(words)) return 'effort';
  if (/\bcsat\b|satisf|zufrieden|tevreden|\bstars?\b|sterne|etoiles|rating|bewertung/.test(words))
    return 'satisfaction';
  return from === 0 && to === 10 ? 'recommend' : 'other';
}
