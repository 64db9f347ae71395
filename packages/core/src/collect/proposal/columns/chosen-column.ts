import type { ColumnReading, LeftOutWhy } from '../column-proposal.js';
import type { Meaning } from '../meaning.js';
import type { DateFacts } from '../readings/date-facts.js';
import type { Sentence } from '../sentence.js';
import type { ColumnFacts } from './column-facts.js';

/** A column with the meaning that holds, by proposal or by answer. */
export interface ChosenColumn {
  /** The name a mapping can speak of it by; the header's unless that is empty or comes twice. */
  readonly name: string;
  readonly position: number;
  readonly meaning: Meaning;
  readonly evidence: Sentence;
  readonly alternatives: readonly Meaning[];
  readonly isChosen: boolean;
  readonly whyLeftOut: LeftOutWhy | null;
  readonly isAnswered: boolean;
  readonly facts: ColumnFacts;
  readonly header: ReadonlyMap<Meaning, number>;
  /** Of columns of days and times. */
  readonly dates: DateFacts | null;
  readonly reading: ColumnReading | null;
}
