import type { FileEncoding } from '@throughline/core/collect/mapping/file-encoding';
import type { FileSample } from '@throughline/core/collect/proposal/file-sample';

/** What somebody said about how a file is written, in place of what its bytes say. */
export interface FormChoice {
  readonly encoding?: FileEncoding | undefined;
  readonly delimiter?: string | undefined;
  readonly quote?: string | undefined;
  readonly hasHeader?: boolean | undefined;
  readonly sheet?: string | undefined;
}

/** How a file is written, found out or said. */
export interface FileForm {
  readonly encoding: FileEncoding;
  readonly isEncodingSure: boolean;
  readonly encodingExamples: readonly string[];
  readonly delimiter: string | null;
  readonly quote: string | null;
  readonly hasHeader: boolean;
  /** Lines above the header that belong to no table. */
  readonly skip: number;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
}

export interface SampledFile {
  readonly form: FileForm;
  readonly sample: FileSample;
  /** Sampled lines that cannot be read in this form. */
  readonly unreadable: number;
}

/** Of one table, however it is written. */
export type SampledRows = Pick<FileSample, 'columns' | 'rows' | 'blocks' | 'rowCount'>;
