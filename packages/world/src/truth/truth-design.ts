import type { Life } from '../life/life.js';
import type { Surroundings } from '../people/surroundings.js';
import type { SampleFile } from '../sample-file.js';
import type { RecordedEntry } from '../systems/recorded.js';

/** A file of the truth: what it says of each life, or of the company as a whole. */
export type TruthDesign = TruthOfLives | TruthOfCompany;

export interface TruthOfLives extends Omit<SampleFile, 'lines'> {
  readonly grows: 'with people';
  /** `told` is empty for a file that does not speak of records. */
  readonly speaksOfRecords: boolean;
  readonly tell: (life: Life, told: readonly Told[], around: Surroundings) => readonly string[];
}

export interface TruthOfCompany extends Omit<SampleFile, 'lines'> {
  readonly grows: 'with time';
  readonly list: (around: Surroundings) => Iterable<string>;
}

/** What one file tells of a life. */
export interface Told {
  readonly system: string;
  readonly file: string;
  readonly entries: readonly RecordedEntry[];
}
