import type { IntakeWriter } from '../collect/intake/intake-writer.js';
import type { WorkerHandle } from './start-worker.js';

const everyMs = 200;
const yieldForMs = 600;

/**
 * Lets intake go first: while more than `busyRowsPerSecond` arrive, the worker is asked to step aside. What is acknowledged is safe in the
 * log and is resolved afterwards; what cannot be acknowledged is lost to a sender that does not try again. Returns the way to stop.
 */
export function letIntakeGoFirst(intake: IntakeWriter, worker: WorkerHandle, busyRowsPerSecond = 10_000): () => void {
  let before = intake.appendedRows;
  const timer = setInterval(() => {
    const now = intake.appendedRows;
    if ((now - before) * (1000 / everyMs) > busyRowsPerSecond) worker.yieldFor(yieldForMs);
    before = now;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
