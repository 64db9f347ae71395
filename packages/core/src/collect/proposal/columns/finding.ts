import type { ColumnReading } from '../column-proposal.js';
import type { Meaning } from '../meaning.js';
import type { Sentence } from '../sentence.js';

/**
 * A meaning that the values of a column allow, and how strongly they speak for it: from 2 (the form leaves no doubt) over 1 (likely) to 0.2 (not
 * impossible). What the header says is added to it later.
 */
export interface Finding {
  readonly meaning: Meaning;
  readonly weight: number;
  readonly evidence: Sentence;
  readonly reading?: ColumnReading;
}

/** What says no more than the shape of the values (a number, a word out of few) weighs this: a meaning that is but possible weighs less. */
export const generic = 0.85;
