import { Worker } from 'node:worker_threads';
import { compiledEntry } from '../store/compiled-entry.js';
import type { SampleFileProgress } from './sample-state.js';
import type { SampleFilesWanted } from './write-sample-files.js';

/** Writes the files in a thread, so that no request waits for them; undefined if it was stopped. When it settles, nothing writes any more. */
export function writeInThread(
  wanted: SampleFilesWanted,
  signal: AbortSignal,
): Promise<readonly SampleFileProgress[] | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  const thread = new Worker(compiledEntry(import.meta.url, './sample-files-thread.js'), {
    name: 'sample files',
    execArgv: [],
    workerData: wanted,
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 },
  });
  const stop = (): void => void thread.terminate();
  signal.addEventListener('abort', stop);
  return new Promise<readonly SampleFileProgress[] | undefined>((resolve, reject) => {
    let written: readonly SampleFileProgress[] | undefined;
    thread.once('message', (files: readonly SampleFileProgress[]) => {
      written = files;
    });
    thread.once('error', reject);
    thread.once('exit', () => resolve(written));
  }).finally(() => signal.removeEventListener('abort', stop));
}
