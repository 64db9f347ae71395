import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '@throughline/core/errors/error-catalogue';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { compiledEntry } from '../../../store/compiled-entry.js';
import type { ImportBatch } from './import-batch.js';
import type { ReadOrder } from './read-order.js';

export type ReaderMessage =
  | { readonly type: 'batch'; readonly batch: ImportBatch }
  | { readonly type: 'end' }
  | {
      readonly type: 'failed';
      readonly code: ErrorCode;
      readonly message: string;
      readonly details?: Readonly<Record<string, unknown>>;
    };

/** Batches that are made while earlier ones are being written. */
const ahead = 2;

/**
 * Of a thread. The young generation decides how much memory a reading takes in practice: with 64 MB a process that reads 1 M lines grew by 140 MB,
 * with 24 MB by 65 MB, both in 25 s of CPU time. The old one must hold look-ups and the lines of a part.
 */
const heap = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };

/**
 * Reads a file in a thread of its own, so that neither parsing nor merging delays an answer of the server; its memory is bounded, and
 * running out of it ends the reading, not the server. Stopping early ends the thread. Throws what `readMessages` throws.
 */
export async function* openReader(order: ReadOrder): AsyncGenerator<ImportBatch, void, undefined> {
  const thread = new Worker(compiledEntry(import.meta.url, './reader-thread.js'), {
    workerData: order,
    name: 'import reader',
    execArgv: [],
    resourceLimits: heap,
  });
  const ready: ReaderMessage[] = [];
  let broken: unknown;
  let wake: () => void = () => undefined;
  thread.on('message', (message: ReaderMessage) => {
    ready.push(message);
    wake();
  });
  thread.on('error', (error) => {
    broken = error;
    wake();
  });
  try {
    for (let i = 0; i < ahead; i += 1) thread.postMessage('next');
    for (;;) {
      while (ready.length === 0 && broken === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const message = ready.shift();
      if (message === undefined) throw broken;
      if (message.type === 'end') return;
      if (message.type === 'failed') throw new ThroughlineError(message.code, message.message, message);
      yield message.batch;
      thread.postMessage('next');
    }
  } finally {
    await thread.terminate();
  }
}
