import { timeFlag } from '@throughline/core/collect/corrected-time';
import type { LoggedMessage } from './log.sql.js';

/** Older days need no probe for a message that was made after they ended, by its own clock against its sending time (an hour's margin). */
export function probeFromDay(row: LoggedMessage): string {
  const unsure = timeFlag.noTimestamp | timeFlag.unparsableTimestamp | timeFlag.clamped | timeFlag.dayPrecision;
  const hasSentAt = row.envelope?.includes('"sentAt"') === true || row.body.includes('"sentAt"');
  if (!hasSentAt || (row.timeFlags & unsure) !== 0) return '';
  return new Date(row.occurredAt.getTime() - 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
}
