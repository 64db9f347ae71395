import type { FileEncoding } from '@throughline/core/collect/mapping/file-encoding';
import type { ImportState } from '../imports.js';

/** A file that was handed in and is no import yet; kept for 24 hours. */
export interface StagedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly format: 'csv' | 'jsonl' | 'parquet' | 'avro' | 'sqlite' | 'xlsx';
  readonly form: {
    readonly encoding: FileEncoding;
    readonly isEncodingSure: boolean;
    /** Words with letters beyond ASCII, as they are read now. */
    readonly encodingExamples: readonly string[];
    readonly delimiter: string | null;
    readonly hasHeader: boolean;
    readonly sheet: string | null;
    readonly sheets: readonly { readonly name: string }[];
  };
  readonly columns: readonly string[];
  readonly rowCount: { readonly estimate: number; readonly isExact: boolean };
  /** Of the lines looked at, those that cannot be read in this form. */
  readonly unreadable: number;
  /** Imports of exactly these bytes that were not taken back, newest first. */
  readonly sameAs: readonly {
    readonly import: string;
    readonly fileName: string;
    readonly state: ImportState;
    readonly createdAt: string;
  }[];
  readonly createdAt: string;
}

export interface FormChoice {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly hasHeader?: boolean;
  readonly sheet?: string;
}
