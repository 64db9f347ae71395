import { compareWatermarks, watermarkKind, watermarkTimeMs } from '@throughline/core/collect/syncs/watermark-kind';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { RowsRead } from '../database/database-job.js';

const aheadMs = 24 * 3_600_000;

/**
 * Where the next run begins: at the greatest value that was read. A value that would keep everything after it from ever being read is refused instead.
 * Errors: `sync.watermark-unusable`.
 */
export function nextWatermark(from: string | null, { rows, last }: RowsRead, most: number, nowMs: number): string {
  const kind = watermarkKind(last);
  if (last === null || kind === undefined) throw unusable('its greatest value is no whole number and no time');
  if (from !== null && compareWatermarks(kind, last, from) < 0) throw unusable('its values do not come in order');
  if (kind === 'time' && watermarkTimeMs(last) > nowMs + aheadMs)
    throw unusable('its greatest value lies in the future, and nothing before it would be read any more');
  if (rows === most && last === from) throw unusable(`more than ${most} lines share one value of it`);
  return last;
}

const unusable = (why: string) =>
  new ThroughlineError('sync.watermark-unusable', `new lines cannot be told by this column: ${why}`);
