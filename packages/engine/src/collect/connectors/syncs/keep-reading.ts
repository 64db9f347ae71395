import { watermarkCandidates } from '@throughline/core/collect/syncs/watermark-candidates';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { recordAudit } from '../../../govern/audit/record-audit.js';
import type { Principal } from '../../../govern/principal.js';
import { type AppPool, inWorkspace } from '../../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../../store/uuid-v7.js';
import { keptSample } from '../../import/staged/staged-sample.js';
import type { DatabaseColumn } from '../database/database-column.js';
import type { TableName } from '../database/database-connection.js';
import type { Target } from '../database/database-job.js';
import { sealPassword } from './sealed-password.js';
import { insertSync, restageSync } from './sync.sql.js';

export interface KeptRead {
  readonly target: Target;
  readonly table: TableName;
  readonly columns: readonly DatabaseColumn[];
  /** The staged file that was read, and its folder. */
  readonly file: string;
  readonly folder: string;
  /** The sync that is read to be mapped anew; null: one is made. */
  readonly sync: string | null;
}

/** Makes a table that was read one that is read again and again, with its password sealed, or lets one that is be gone through anew. Its id. */
export async function keepReading(
  ctx: AppPool & { readonly clock: () => number },
  by: Principal,
  { target, table, columns, file, folder, sync }: KeptRead,
  key: Buffer,
): Promise<string> {
  const { number } = by.workspace;
  const { sample } = await keptSample(folder);
  const names = new Set(columns.map(({ name }) => name));
  const staged = { file, columns, candidates: watermarkCandidates(sample, (name) => names.has(name)) };
  const nowMs = ctx.clock();
  const { address: _address, password, ...connection } = target;
  return inWorkspace(ctx, number, async (client) => {
    if (sync !== null) {
      if (await restageSync(client, number, sync, staged)) return sync;
      throw new ThroughlineError('request.not-found', 'the table is not read again and again any more');
    }
    const id = uuidV7(nowMs);
    const createdBy = by.actor.label;
    const at = new Date(nowMs);
    await insertSync(client, number, { id, connection, table, createdBy, staged, at, ...sealPassword(key, password) });
    const { host, port } = connection;
    await recordAudit(client, by, nowMs, { action: 'syncs.made', target: id, detail: { table, host, port } });
    return id;
  });
}
