import { ThroughlineError } from '@throughline/core/errors/throughline-error';

/** True for what goes by itself: a busy log, a full disk, a database that restarts. */
export function isPassing(error: unknown): boolean {
  if (ThroughlineError.is(error)) return passingCodes.has(error.code) || isPassing(error.cause);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(08|53|57)...$|^ECONN|^EPIPE$/.test(code) ||
    /^Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
}

const passingCodes: ReadonlySet<string> = new Set(['intake.busy', 'intake.out-of-space', 'intake.unavailable']);
