import type { Life } from '../life/life.js';
import type { Moment } from '../life/moment.js';
import type { Surroundings } from '../people/surroundings.js';
import type { SampleFile } from '../sample-file.js';
import type { SampleSource, SampleSystem } from '../sample-system.js';

/** How a system works: what it sees of a life, and how it writes that down. */
export interface SystemDesign extends Omit<SampleSystem, 'source' | 'files'> {
  readonly source: Omit<SampleSource, 'completeUntil'>;
  readonly files: readonly FileDesign[];
}

export type FileDesign = LifeFile | CompanyFile;

/** A file that grows with the people: each life adds its records. */
export interface LifeFile extends Omit<SampleFile, 'lines'> {
  readonly grows: 'with people';
  /** What lies between the columns of a CSV file; a comma if not said. */
  readonly delimiter?: string;
  /** Records may stand in the file twice. Not where lines are added up. */
  readonly mayDouble: boolean;
  readonly record: (life: Life, write: Write, around: Surroundings) => void;
}

/** A file about the company as a whole: shops, happenings, offers. */
export interface CompanyFile extends Omit<SampleFile, 'lines'> {
  readonly grows: 'with time';
  readonly list: (around: Surroundings) => Iterable<string>;
}

export type Write = (entry: Entry) => void;

/** What a system wrote down about one moment, as one record. */
export interface Entry {
  /** The record's messageId in the log: that of the message, or `rule:key` of an imported record. */
  readonly record: string;
  readonly what: 'interaction' | 'traits' | 'group' | 'row';
  readonly moment: Moment;
  /** When what it tells of really happened. */
  readonly atMs: number;
  readonly lines: readonly string[];
}
