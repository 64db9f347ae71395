import type { Answers } from '../answers.js';
import type { Question, QuestionChoice, QuestionTopic } from '../question.js';
import type { Sentence } from '../sentence.js';

export interface Asked {
  readonly topic: QuestionTopic;
  /** Makes the id if the question is asked of several columns. */
  readonly of?: string;
  readonly columns?: readonly string[];
  readonly sentence: Sentence;
  readonly example?: string | null;
  readonly choices: readonly QuestionChoice[];
  readonly preChosen: string | null;
  /** Says which other texts are answers; none if not said. */
  readonly takes?: (text: string) => boolean;
}

/** Puts a question, with the answer that was given before if it still is one. */
export function ask(asked: Asked, { questions }: Answers): Question {
  const id = asked.of === undefined ? asked.topic : `${asked.topic}:${asked.of}`;
  const given = questions !== undefined && Object.hasOwn(questions, id) ? questions[id] : undefined;
  const isAnswer =
    given !== undefined && (asked.choices.some(({ value }) => value === given) || asked.takes?.(given) === true);
  return {
    id,
    topic: asked.topic,
    columns: asked.columns ?? (asked.of === undefined ? [] : [asked.of]),
    sentence: asked.sentence,
    example: asked.example ?? null,
    choices: asked.choices,
    takesText: asked.takes !== undefined,
    chosen: isAnswer ? given : asked.preChosen,
    isAnswered: isAnswer,
  };
}
