import type { ClientBase } from 'pg';
import { insertCounts } from '../counts/count-value.sql.js';
import type { LoggedRecord } from './logged-record.js';

/** Keeps what log rows tell of the company, in the transaction of their batch. The same rows again change nothing. */
export async function storeRecords(
  client: ClientBase,
  workspace: number,
  records: readonly LoggedRecord[],
): Promise<void> {
  if (records.length > 0) await insertCounts(client, workspace, records);
}
