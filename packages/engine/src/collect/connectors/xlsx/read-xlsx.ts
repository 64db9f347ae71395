import { mkdtemp, rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { compiledEntry } from '../../../store/compiled-entry.js';
import type { TableOrder } from './open-table.js';
import type { SampledTable } from './sample-table.js';
import type { XlsxOrder, XlsxOutcome } from './xlsx-thread.js';

/*
 * Excel files are ZIP files of XML: yauzl reads the ZIP, saxes the XML, both piece by piece. Measured on a sheet of 10 columns, half of them
 * texts: saxes alone 117,000 rows/s, sax 55,000.
 */

type SheetChoice = Pick<TableOrder, 'sheet' | 'header' | 'hasHeader'>;

/** Rewrites a sheet of an Excel file as JSON lines. Errors: `import.file-unreadable`, `import.file-empty`, `import.sheet-missing`, … */
export async function rewriteXlsx(from: string, to: string, choice: SheetChoice, signal: AbortSignal): Promise<void> {
  await inThread(`${to}.parts-`, (folder) => ({ ...choice, path: from, folder, task: 'rewrite', to }), signal);
}

/** Samples a sheet of an Excel file; of a large one its beginning. Errors as `rewriteXlsx`. */
export async function sampleXlsx(from: string, choice: SheetChoice, signal: AbortSignal): Promise<SampledTable> {
  const order = (folder: string): XlsxOrder => ({ ...choice, path: from, folder, task: 'sample' });
  const { sample } = await inThread(`${from}.parts-`, order, signal);
  if (sample === undefined) throw new Error('the thread that samples an Excel file gave no sample');
  return sample;
}

async function inThread(
  prefix: string,
  orderIn: (folder: string) => XlsxOrder,
  signal: AbortSignal,
): Promise<Extract<XlsxOutcome, { type: 'done' }>> {
  const folder = await mkdtemp(prefix);
  const thread = new Worker(compiledEntry(import.meta.url, './xlsx-thread.js'), {
    workerData: orderIn(folder),
    name: 'excel reader',
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 },
  });
  const stop = () => void thread.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const outcome = await new Promise<XlsxOutcome>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('the thread that reads an Excel file ended early')));
    }).catch((cause: unknown) => {
      throw signal.aborted ? cause : known(cause);
    });
    if (outcome.type === 'failed') throw new ThroughlineError(outcome.code, outcome.message);
    return outcome;
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

function known(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new ThroughlineError(
      'import.file-unreadable',
      'the Excel file cannot be read: it needs more memory than any real one; save the sheet as CSV, then hand that in',
      { cause },
    );
  }
  if (code !== 'ENOSPC') return cause;
  return new ThroughlineError(
    'import.no-room',
    'there is no room left to unpack the Excel file; free some space, then try again',
    { cause },
  );
}
