import { parentPort, workerData } from 'node:worker_threads';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ReaderMessage } from './open-reader.js';
import { readMessages } from './read-messages.js';
import type { ReadOrder } from './read-order.js';

/*
 * A thread that reads one file. Each message it receives is leave to hand on one more batch, so that it is never far ahead of the log.
 */

const port = parentPort;
if (port === null) throw new Error('this file is started as a thread');
const batches = readMessages(workerData as ReadOrder);

port.on('message', () => {
  try {
    const next = batches.next();
    port.postMessage(
      (next.done === true ? { type: 'end' } : { type: 'batch', batch: next.value }) satisfies ReaderMessage,
    );
    if (next.done === true) port.close();
  } catch (error) {
    port.postMessage(failed(error));
    port.close();
  }
});

function failed(error: unknown): ReaderMessage {
  if (!ThroughlineError.is(error)) throw error;
  const { code, message, details } = error;
  return { type: 'failed', code, message, ...(details === undefined ? {} : { details }) };
}
