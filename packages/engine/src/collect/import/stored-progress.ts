import type { ResumePoint } from './read/resume-point.js';

/** What is stored of a run besides its counters, as JSON in `import_run.resume`. */
export interface StoredProgress {
  /** Imported although the same file was before. */
  readonly again?: boolean;
  readonly dryRun?: boolean;
  /** Public id of the import it was made in the place of. */
  readonly replaces?: string;
  readonly point?: ResumePoint;
  /** Offset of the log before the import's first message, as decimal text. */
  readonly firstOffset?: string;
  readonly bytesDone?: number;
  /** Of a dry run: the first messages it would append, and the first lines it would set aside. */
  readonly sample?: readonly unknown[];
  readonly setAsideSample?: readonly unknown[];
}
