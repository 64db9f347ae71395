import { ClickHouseError } from '@clickhouse/client';

/**
 * What a failed call means.
 * - `answered`: the engine said no; it is the caller's.
 * - `given up`: the caller aborted it.
 * - `not begun`: it certainly did nothing.
 * - `cut off`: nobody knows.
 */
export type Failure = 'answered' | 'given up' | 'not begun' | 'cut off';

/** `restarting` is the text of an engine that refuses because it is about to end. */
export function judgeFailure(error: unknown, restarting: string): Failure {
  if (error instanceof ClickHouseError) return error.message.includes(restarting) ? 'not begun' : 'answered';
  if (!(error instanceof Error)) return 'answered';
  if (/aborted a request/.test(error.message)) return 'given up';
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (notBegun.has(code)) return 'not begun';
  const isCut = cutOff.has(code) || /socket hang up|Timeout error|premature close|^aborted$/i.test(error.message);
  return isCut ? 'cut off' : 'answered';
}

const notBegun = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const cutOff = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);
