import type { Meaning } from './meaning.js';

/** All that somebody has chosen so far. A screen keeps these alone: the same answers make the same proposal. Unknown names count for nothing. */
export interface Answers {
  /** By column, as the header spells it. */
  readonly columns?: Readonly<Record<string, ColumnAnswer>> | undefined;
  /** By the id of the question: the value of a choice, or a text where the question takes one. */
  readonly questions?: Readonly<Record<string, string>> | undefined;
}

export interface ColumnAnswer {
  readonly meaning?: Meaning | undefined;
  readonly isChosen?: boolean | undefined;
}
