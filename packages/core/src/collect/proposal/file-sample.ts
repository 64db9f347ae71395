import type { FileEncoding } from '../mapping/file-encoding.js';

/**
 * What the proposal sees of a file: its columns and some of its lines, never the whole. Plain JSON.
 *
 * `rows` are spread over the whole file (about a thousand), `blocks` are runs of neighbouring lines (a few dozen each, from several places), so that
 * lines that belong together can be seen together. Both are in file order; a line may be in both.
 */
export interface FileSample {
  readonly name: string;
  readonly format: 'csv' | 'jsonl' | 'parquet' | 'avro' | 'sqlite' | 'xlsx';
  /** As the header spells them, in file order; a name may be empty or come twice. */
  readonly columns: readonly string[];
  readonly rows: readonly SampleRow[];
  readonly blocks: readonly (readonly SampleRow[])[];
  /** Lines of the whole file without its header; estimated from the bytes that were read unless exact. */
  readonly rowCount: { readonly estimate: number; readonly isExact: boolean };
  /** How the file is written, as far as it had to be found out; goes into the mapping as it stands. */
  readonly form?: {
    readonly delimiter?: string;
    readonly quote?: string;
    readonly encoding?: FileEncoding;
    /** Of an Excel file the sheet, of a SQLite file the table. */
    readonly sheet?: string;
    /** The first line is no header: `columns` were made up ("Column 1"). */
    readonly hasNoHeader?: boolean;
  };
}

export interface SampleRow {
  /** Of the file, the header's being 1. */
  readonly line: number;
  /** In the order of `columns`; what is missing at the end is null. */
  readonly cells: readonly SampleCell[];
}

/** CSV has texts and null alone. An empty text counts as null. */
export type SampleCell = string | number | boolean | null | SampleDate | SampleNested;

/** A cell that its file says is a date: ISO 8601, `2026-05-01` if only the day is known, with `Z` or an offset only if the file names one. */
export interface SampleDate {
  readonly type: 'date';
  readonly iso: string;
}

/** A list or an object in JSON lines, Parquet or Avro. */
export interface SampleNested {
  readonly type: 'nested';
  readonly json: string;
}
