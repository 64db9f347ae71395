import { timeFlag } from '../corrected-time.js';
import { parseTime } from '../parse-time.js';
import type { PlainObject } from '../plain-object.js';
import { type SetAside, setAside } from '../set-aside.js';
import { isZone, zoneOffsetMs } from '../zone-offset.js';
import { bucketStart } from './bucket.js';
import { recordText } from './record-text.js';
import { type RecordTime, recordTime } from './record-time.js';

export const happeningSorts = ['outage', 'price_change', 'strike', 'release', 'campaign', 'other'] as const;
export type HappeningSort = (typeof happeningSorts)[number];

/** Something that went on and may explain what customers did: an outage, a price change, a strike, a release, a campaign. */
export interface HappeningRecord {
  readonly kind: 'happening';
  /** By which its source tells of it again, when it ends for instance; empty: it tells once. */
  readonly id: string;
  readonly sort: HappeningSort;
  readonly what: string;
  /** Empty: everywhere, or not said. */
  readonly location: string;
  /** Where the knowledge comes from; empty if not said. */
  readonly knownFrom: string;
  readonly time: RecordTime;
  /** The day it began, if only that is known: `2026-05-12`. */
  readonly startsOn: string | null;
  /** `atMs` is the first instant after it; `null`: it goes on, or nobody knows. */
  readonly until: { readonly atMs: number; readonly on: string | null } | null;
}

const hourMs = 3_600_000;

export function readHappening(message: PlainObject, sourceZone: string): HappeningRecord | SetAside {
  const texts: string[] = [];
  for (const field of ['id', 'what', 'location', 'knownFrom'] as const) {
    const text = recordText(message[field], field);
    if (typeof text !== 'string') return text;
    texts.push(text);
  }
  const [id = '', what = '', location = '', knownFrom = ''] = texts;
  if (what === '') return setAside('happening.what-missing');
  const sort = message.kind ?? 'other';
  if (!isSort(sort)) return setAside('happening.kind-unknown', { value: sort, choices: happeningSorts.join(', ') });
  const zone = message.zone ?? sourceZone;
  if (typeof zone !== 'string' || !isZone(zone)) return setAside('message.field-invalid', { field: 'zone' });
  const time = recordTime(message.timestamp, zone);
  if ('type' in time) return time;
  const isDay = message.precision === 'day' || (time.flags & timeFlag.dayPrecision) !== 0;
  const until = untilOf(message.until, zone);
  if (until !== null && 'type' in until) return until;
  if (until !== null && until.atMs <= time.atMs) return setAside('happening.ends-before');
  const flags = isDay ? time.flags | timeFlag.dayPrecision : time.flags;
  const startsOn = isDay ? dayOf(time.atMs, zone) : null;
  return { kind: 'happening', id, sort, what, location, knownFrom, time: { ...time, flags }, startsOn, until };
}

/** A day that is named as the last belongs to it. */
function untilOf(value: unknown, zone: string): HappeningRecord['until'] | SetAside {
  if (value === undefined || value === null || value === '') return null;
  const end = parseTime(value, zone);
  if (end === undefined) return setAside('happening.until-unreadable');
  if (end.precision === 'instant') return { atMs: end.atMs, on: null };
  return { atMs: bucketStart(end.atMs + 30 * hourMs, 'day', zone), on: dayOf(end.atMs, zone) };
}

function dayOf(atMs: number, zone: string): string {
  return new Date(atMs + zoneOffsetMs(zone, atMs)).toISOString().slice(0, 10);
}

function isSort(sort: unknown): sort is HappeningSort {
  return happeningSorts.some((one) => one === sort);
}
