import type { ScoreQuestion, ScoreSubject } from '../score.js';
import type { Meaning } from './meaning.js';
import type { Sentence } from './sentence.js';

/** What is proposed for one column. */
export interface ColumnProposal {
  /** As the header spells it. */
  readonly column: string;
  /** From 0, in file order: names may come twice. */
  readonly position: number;
  readonly meaning: Meaning;
  /** "looks like an e-mail address". */
  readonly sentence: Sentence;
  /** Why: "998 of 1,000 values have this form". */
  readonly evidence: Sentence;
  /** How the cells are read; null where there is nothing to decide. */
  readonly reading: ColumnReading | null;
  /** False: left out. */
  readonly isChosen: boolean;
  /** Where the mapping puts it; null if it is left out. */
  readonly use: ColumnUse | null;
  readonly whyLeftOut: LeftOutWhy | null;
  /** Other meanings that the values allow, likeliest first. */
  readonly alternatives: readonly Meaning[];
  /** Up to three values, as the file spells them. */
  readonly examples: readonly string[];
  /** True if somebody's answer says so, not the proposal. */
  readonly isAnswered: boolean;
}

export type ColumnReading =
  | { readonly type: 'date'; readonly formats: readonly string[] }
  | { readonly type: 'number'; readonly decimal: '.' | ',' }
  | {
      readonly type: 'score';
      readonly from: number;
      readonly to: number;
      readonly question: ScoreQuestion;
      readonly about: ScoreSubject;
    };

export type ColumnUse =
  | { readonly type: 'identifier'; readonly namespace: string }
  | { readonly type: 'trait'; readonly name: string }
  /** A field of the interaction, such as `time`, `value`, `channel`, `about`. */
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'property'; readonly name: string }
  /** One of the things that several lines of one interaction list. */
  | { readonly type: 'item'; readonly name: string };

export type LeftOutWhy =
  | 'health'
  | 'national-id'
  | 'bank-account'
  | 'payment-card'
  | 'free-text'
  | 'empty'
  /** Another column has the same name, or the name cannot be written in a mapping. */
  | 'name-unusable'
  | 'answered';
