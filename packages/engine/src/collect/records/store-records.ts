import type { CompanyRecord } from '@throughline/core/collect/records/read-record';
import type { ClientBase } from 'pg';
import { insertSpend } from '../costs/ad-spend.sql.js';
import { insertCounts } from '../counts/count-value.sql.js';
import { insertTold } from '../happenings/happening.sql.js';
import type { LoggedRecord } from './logged-record.js';

/** Keeps what log rows tell of the company, in the transaction of their batch. The same rows again change nothing. */
export async function storeRecords(
  client: ClientBase,
  workspace: number,
  records: readonly LoggedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await insertCounts(client, workspace, ofKind(records, 'count'));
  await insertTold(client, workspace, ofKind(records, 'happening'));
  await insertSpend(client, workspace, ofKind(records, 'cost'));
}

function ofKind<K extends CompanyRecord['kind']>(
  records: readonly LoggedRecord[],
  kind: K,
): readonly LoggedRecord<Extract<CompanyRecord, { kind: K }>>[] {
  return records.filter((one): one is LoggedRecord<Extract<CompanyRecord, { kind: K }>> => one.record.kind === kind);
}
