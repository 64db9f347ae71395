import type { FileForm, SampledFile } from '../recognise/sampled-file.js';

/** What is kept of a sampled file in the database; the sample itself lies beside the file. */
export interface FileFound {
  readonly format: SampledFile['sample']['format'];
  readonly form: FileForm;
  readonly columns: readonly string[];
  readonly rowCount: { readonly estimate: number; readonly isExact: boolean };
  readonly unreadable: number;
}
