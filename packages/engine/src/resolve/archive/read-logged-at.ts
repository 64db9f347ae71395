import type { ClientBase } from 'pg';
import { type LoggedMessage, readLogAt } from '../batch/log.sql.js';
import { type Archive, readArchivedRowsAt } from './read-archived-rows.js';

/** Log rows at exactly these offsets, in log order, from the log or from the archive if there is one. */
export async function readLoggedAt(
  client: ClientBase,
  archive: Omit<Archive, 'client'> | undefined,
  workspace: number,
  offsets: readonly number[],
): Promise<readonly LoggedMessage[]> {
  const inLog = await readLogAt(client, workspace, offsets);
  if (archive === undefined || inLog.length === offsets.length) return inLog;
  const found = new Set(inLog.map((row) => row.offset));
  const missing = offsets.filter((offset) => !found.has(offset));
  const rows = [...inLog];
  for await (const slice of readArchivedRowsAt({ ...archive, client }, workspace, missing)) rows.push(...slice);
  return rows.sort((a, b) => a.offset - b.offset);
}
