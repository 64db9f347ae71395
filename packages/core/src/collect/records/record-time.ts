import { timeFlag } from '../corrected-time.js';
import { parseTime } from '../parse-time.js';
import { type SetAside, setAside } from '../set-aside.js';

export interface RecordTime {
  readonly atMs: number;
  /** Bits of `timeFlag`. */
  readonly flags: number;
}

const earliestMs = Date.UTC(2000, 0, 1);
const latestMs = Date.UTC(2100, 0, 1);

/** The time of a record as it was written. It is what the record is about, not a clock that could be wrong, so nothing corrects it. */
export function recordTime(value: unknown, zone: string): RecordTime | SetAside {
  const time = parseTime(value, zone);
  if (time === undefined || time.atMs < earliestMs || time.atMs >= latestMs) return setAside('record.time-missing');
  const flags = (time.precision === 'day' ? timeFlag.dayPrecision : 0) | (time.zoneAssumed ? timeFlag.zoneAssumed : 0);
  return { atMs: time.atMs, flags };
}
