import { keptSample } from '../../collect/import/staged/staged-sample.js';
import { answerQuestions } from '../../store/answer-questions.js';
import { type Preview, type PreviewedImport, previewOf } from './preview-of.js';

export interface PreviewWanted extends PreviewedImport {
  /** The staging folder of the file. */
  readonly folder: string;
}

/* A thread that previews imports: some tenths of a second of work for each. */

answerQuestions<PreviewWanted, Preview>(async ({ folder, ...wanted }) => previewOf(await keptSample(folder), wanted));
