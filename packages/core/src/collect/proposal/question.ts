import type { Sentence } from './sentence.js';

/** Something the data do not say, or not surely. */
export interface Question {
  /** Stable for the file: a topic, or a topic and a column (`date-order:Datum`). Answers are kept under it. */
  readonly id: string;
  readonly topic: QuestionTopic;
  /** The columns it is about; may be none. */
  readonly columns: readonly string[];
  readonly sentence: Sentence;
  /** A value of the file it can be seen on. */
  readonly example: string | null;
  readonly choices: readonly QuestionChoice[];
  /** True: any text of the topic's kind is an answer (a zone, a name), not the choices alone. */
  readonly takesText: boolean;
  /** What holds: the answer, else what is pre-chosen; null while it is open. */
  readonly chosen: string | null;
  readonly isAnswered: boolean;
}

export interface QuestionChoice {
  readonly value: string;
  readonly sentence: Sentence;
}

export type QuestionTopic =
  | 'line-kind'
  | 'source-name'
  | 'group-by'
  | 'zone'
  | 'date-order'
  | 'year'
  | 'decimal'
  | 'score-scale'
  | 'score-question'
  | 'score-about'
  | 'direction'
  | 'channel'
  | 'time-column'
  | 'number-space'
  | 'test-lines'
  | 'staff-lines'
  | 'as-of';
