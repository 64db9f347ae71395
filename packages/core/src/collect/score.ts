import { isPlainObject } from './plain-object.js';

/** What was asked: whether somebody would recommend the company (NPS), how satisfied they were (CSAT), how easy it was (CES). */
export type ScoreQuestion = (typeof scoreQuestions)[number];
/** What it was asked about: the company as a whole, or one event of a kind. Answers about different things are never put together. */
export type ScoreSubject = (typeof scoreSubjects)[number];

export const scoreQuestions = ['recommend', 'satisfaction', 'effort', 'other'] as const;
export const scoreSubjects = ['company', 'order', 'call', 'visit', 'complaint', 'event'] as const;

/** One answer in figures. What an interaction carries of them stands in its property `scores`, a list. */
export interface Score {
  /** As the file or form calls the question. */
  readonly name: string;
  /** Between `from` and `to`, the ends of the scale. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly question: ScoreQuestion;
  readonly about: ScoreSubject;
}

/** The scores among the properties of an interaction. What is no score, or lies outside its own scale, is none. */
export function scoresOf(properties: Readonly<Record<string, unknown>>): readonly Score[] {
  const { scores } = properties;
  return Array.isArray(scores) ? scores.flatMap((one: unknown) => scoreOf(one) ?? []) : [];
}

function scoreOf(given: unknown): Score | undefined {
  if (!isPlainObject(given)) return undefined;
  const { name, value, from, to } = given;
  const question = scoreQuestions.find((one) => one === given.question);
  const about = scoreSubjects.find((one) => one === given.about);
  if (typeof name !== 'string' || question === undefined || about === undefined) return undefined;
  if (typeof value !== 'number' || typeof from !== 'number' || typeof to !== 'number') return undefined;
  return from < to && value >= from && value <= to ? { name, value, from, to, question, about } : undefined;
}
