import type { Mapping } from '@throughline/core/collect/mapping/mapping';

/** A file that a system exports, or that says the truth about them. */
export interface SampleFile {
  /** Its path in the company's folder, such as `tills/receipts.csv`; unique in the company. */
  readonly name: string;
  /** What it holds, in a sentence. */
  readonly about: string;
  readonly format: 'csv' | 'jsonl';
  /** Of a CSV file, in order, with what each holds; empty for JSON lines. */
  readonly columns: readonly SampleColumn[];
  /**
   * How the file is imported, as `parseMapping` takes it and `POST /imports` as JSON. Of an import file only: JSON lines of a tracking system
   * are messages for `POST /v1/batch`, and files for later features have none.
   */
  readonly mapping?: Mapping;
  /**
   * The file line by line, without line breaks, the header first; UTF-8. Made as it is read, so memory stays the same however many there are,
   * and may be read any number of times. Lines stand customer by customer, not in the order of time.
   */
  lines(): Iterable<string>;
}

export interface SampleColumn {
  readonly name: string;
  readonly means: string;
}
