import type { ClientBase } from 'pg';
import { type LoggedMessage, readLogBetween } from '../batch/log.sql.js';

/** Rows of the log after one offset up to another, in order, at most `limit`. Whoever reads the log a second time reads it through this. */
export function readLogRows(
  client: ClientBase,
  workspace: number,
  span: { readonly after: number; readonly upTo: number },
  limit: number,
): Promise<readonly LoggedMessage[]> {
  return readLogBetween(client, workspace, span.after, span.upTo, limit);
}
