import { amountText, readAmount } from '../amount.js';
import type { PlainObject } from '../plain-object.js';
import { type SetAside, setAside } from '../set-aside.js';
import { isZone } from '../zone-offset.js';
import { type BucketSpan, bucketSpans, bucketStart } from './bucket.js';
import { recordText } from './record-text.js';
import { type RecordTime, recordTime } from './record-time.js';

/** A number that was counted without persons: people through a door, the length of a queue, spots on television. */
export interface CountRecord {
  readonly kind: 'count';
  /** What was counted. */
  readonly measure: string;
  /** Decimal text, 0 or more. */
  readonly value: string;
  readonly per: BucketSpan;
  /** False: a level such as the length of a queue, of which several are averaged, never added. */
  readonly adds: boolean;
  /** Empty: none was named. */
  readonly location: string;
  readonly touchpoint: string;
  /** The first instant of the bucket. */
  readonly time: RecordTime;
}

/** Reads a count. Its bucket is the one that holds `timestamp` by the clock of `zone`: the message's own, else the source's. */
export function readCount(message: PlainObject, sourceZone: string): CountRecord | SetAside {
  const measure = recordText(message.measure, 'measure');
  if (typeof measure !== 'string') return measure;
  if (measure === '') return setAside('count.measure-missing');
  const location = recordText(message.location, 'location');
  if (typeof location !== 'string') return location;
  const touchpoint = recordText(message.touchpoint, 'touchpoint');
  if (typeof touchpoint !== 'string') return touchpoint;
  const amount = readAmount(message.value);
  if (amount === undefined || amount < 0n) return setAside('count.value-unreadable');
  const per = message.per ?? 'day';
  if (!isSpan(per)) return setAside('count.per-unknown', { value: per, choices: bucketSpans.join(', ') });
  const adds = message.adds ?? true;
  if (typeof adds !== 'boolean') return setAside('message.field-invalid', { field: 'adds' });
  const zone = message.zone ?? sourceZone;
  if (typeof zone !== 'string' || !isZone(zone)) return setAside('message.field-invalid', { field: 'zone' });
  const time = recordTime(message.timestamp, zone);
  if ('type' in time) return time;
  return {
    kind: 'count',
    measure,
    value: amountText(amount),
    per,
    adds,
    location,
    touchpoint,
    time: { ...time, atMs: bucketStart(time.atMs, per, zone) },
  };
}

function isSpan(per: unknown): per is BucketSpan {
  return bucketSpans.some((span) => span === per);
}
