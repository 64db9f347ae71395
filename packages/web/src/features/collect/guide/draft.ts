import type { Answers, ColumnAnswer } from '@throughline/core/collect/proposal/answers';

/** What somebody has said of a file so far; everything else is proposed from it. */
export interface Draft {
  readonly answers: Answers;
  /** The id of a source there is, or that it is a new one; null: as proposed. */
  readonly source: string | 'new' | null;
  /** Of a new source, where the file does not say it; null: as proposed. */
  readonly channel: string | null;
  /** What to do with a file that was imported before. */
  readonly sameFile: 'replace' | 'again';
}

export const emptyDraft: Draft = { answers: {}, source: null, channel: null, sameFile: 'replace' };

export function withAnswer(draft: Draft, question: string, value: string): Draft {
  const { answers } = draft;
  return { ...draft, answers: { ...answers, questions: { ...answers.questions, [question]: value } } };
}

/** A column that is given another meaning is taken or left out as is usual for that meaning. */
export function withColumn(draft: Draft, column: string, answer: ColumnAnswer): Draft {
  const { answers } = draft;
  const former = answer.meaning === undefined ? answers.columns?.[column] : undefined;
  return { ...draft, answers: { ...answers, columns: { ...answers.columns, [column]: { ...former, ...answer } } } };
}
