import { access } from 'node:fs/promises';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { importMapping } from '../import-mapping.js';
import type { ReadOrder } from '../read/read-order.js';
import { readingForm } from '../read/reading-form.js';
import { readableFile, stagedFile } from '../staged-files.js';
import { makeReadable } from './make-readable.js';
import type { RunToDo } from './run.sql.js';

/** What is to be read for a run. A file that is neither CSV nor JSON lines in an encoding we read is rewritten first. */
export async function orderOf(run: RunToDo, folder: string, signal: AbortSignal): Promise<ReadOrder> {
  const mapping = importMapping(run.mapping);
  await access(stagedFile(folder)).catch((cause: unknown) => {
    throw run.progress?.point === undefined
      ? new ThroughlineError('import.file-missing', 'the file of the import was not sent; send it, then start', {
          cause,
        })
      : new ThroughlineError(
          'import.staging-lost',
          'the file of the import is gone from the staging folder; undo it, then import again',
          { cause },
        );
  });
  const { format, encoding, rewrite } = readingForm(mapping.file, stagedFile(folder));
  if (rewrite !== 'none') await makeReadable(folder, mapping.file, rewrite, signal);
  const point = run.progress?.point;
  return {
    folder,
    file: rewrite === 'none' ? stagedFile(folder) : readableFile(folder),
    format,
    encoding,
    mapping,
    import: run.import,
    importId: run.id,
    source: run.source,
    zone: run.zone,
    receivedAtMs: run.createdAt.getTime(),
    ...(point === undefined ? {} : { resume: point }),
  };
}
