import { parentPort, workerData } from 'node:worker_threads';
import type { ErrorCode } from '@throughline/core/errors/error-catalogue';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { TableOrder } from './open-table.js';
import { rewriteTable } from './rewrite-table.js';
import { type SampledTable, sampleTable } from './sample-table.js';

/*
 * A thread that reads one Excel file, so that inflating and parsing delays no answer, and running out of memory ends the thread alone.
 */

export type XlsxOrder = TableOrder & ({ readonly task: 'sample' } | { readonly task: 'rewrite'; readonly to: string });

export type XlsxOutcome =
  | { readonly type: 'done'; readonly sample?: SampledTable }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };

const order = workerData as XlsxOrder;
let outcome: XlsxOutcome;
try {
  if (order.task === 'sample') outcome = { type: 'done', sample: await sampleTable(order) };
  else {
    await rewriteTable(order, order.to);
    outcome = { type: 'done' };
  }
} catch (error) {
  if (!ThroughlineError.is(error)) throw error;
  outcome = { type: 'failed', code: error.code, message: error.message };
}
parentPort?.postMessage(outcome);
