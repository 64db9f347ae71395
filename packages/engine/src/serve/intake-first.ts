import type { IntakeWriter } from '../collect/intake/intake-writer.js';
import type { WorkerHandle } from './start-worker.js';

const everyMs = 200;
const yieldForMs = 600;

/** Above one of them, taking in needs the machine; below, resolving keeps pace beside it. */
const busy = { rowsPerSecond: 10_000, requestsPerSecond: 2_000 };

/**
 * Lets intake go first: while much arrives, in rows or in single requests, the worker is asked to step aside. What is acknowledged is safe
 * in the log and is resolved afterwards; what cannot be acknowledged is lost to a sender that does not try again. Returns the way to stop.
 */
export function letIntakeGoFirst(intake: IntakeWriter, worker: WorkerHandle): () => void {
  let before = { rows: intake.appendedRows, requests: intake.appendedRequests };
  const timer = setInterval(() => {
    const now = { rows: intake.appendedRows, requests: intake.appendedRequests };
    const perSecond = 1000 / everyMs;
    const isBusy =
      (now.rows - before.rows) * perSecond > busy.rowsPerSecond ||
      (now.requests - before.requests) * perSecond > busy.requestsPerSecond;
    if (isBusy) worker.yieldFor(yieldForMs);
    before = now;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
