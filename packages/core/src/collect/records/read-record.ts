import type { RecordKind } from '../message-kind.js';
import type { PlainObject } from '../plain-object.js';
import type { SetAside } from '../set-aside.js';
import { type CostRecord, readCost } from './cost-record.js';
import { type CountRecord, readCount } from './count-record.js';
import { type HappeningRecord, readHappening } from './happening-record.js';

export type CompanyRecord = CountRecord | HappeningRecord | CostRecord;

/** Reads what a source tells about the company; `zone` is that of times that name none. Never throws. */
export function readRecord(kind: RecordKind, message: PlainObject, zone: string): CompanyRecord | SetAside {
  switch (kind) {
    case 'count':
      return readCount(message, zone);
    case 'happening':
      return readHappening(message, zone);
    case 'cost':
      return readCost(message, zone);
  }
}
