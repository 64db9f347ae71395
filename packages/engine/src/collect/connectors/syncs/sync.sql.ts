import type { WatermarkCandidate } from '@throughline/core/collect/syncs/watermark-candidates';
import type { ClientBase } from 'pg';
import type { DatabaseColumn } from '../database/database-column.js';
import type { DatabaseConnection, TableName } from '../database/database-connection.js';
import type { SealedPassword } from './sealed-password.js';
import type { SyncHeld, SyncState, SyncStep, SyncUpcoming } from './sync-state.js';

/** A file that was read from the table and waits to be gone through. */
export interface SyncStaged {
  readonly file: string;
  readonly columns: readonly DatabaseColumn[];
  readonly candidates: readonly WatermarkCandidate[];
}

export interface SyncRow {
  readonly workspace: number;
  readonly id: string;
  readonly connection: Omit<DatabaseConnection, 'password'>;
  readonly table: TableName;
  readonly columns: readonly DatabaseColumn[];
  readonly candidates: readonly WatermarkCandidate[];
  readonly staged: SyncStaged | null;
  readonly source: number | null;
  readonly sourceId: string | null;
  readonly sourceName: string | null;
  readonly mapping: string | null;
  readonly watermarkColumn: string | null;
  readonly watermark: string | null;
  readonly everyMinutes: number | null;
  readonly state: SyncState;
  readonly held: SyncHeld | null;
  readonly step: SyncStep;
  readonly import: number | null;
  readonly upcoming: SyncUpcoming | null;
  readonly bases: readonly number[];
  readonly lastHash: Buffer | null;
  readonly added: readonly string[];
  readonly failures: number;
  readonly failure: { readonly code: string; readonly detail: string } | null;
  readonly lastRunAt: Date | null;
  readonly lastRows: number | null;
  readonly readUntil: Date | null;
  readonly nextAt: Date;
  readonly isLeased: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export const syncColumns = `t.workspace, t.id, t.connection, t.table_name as "table", t.columns, t.candidates, t.staged, t.source,
  (select s.id from source s where s.workspace = t.workspace and s.source = t.source) as "sourceId",
  (select s.name from source s where s.workspace = t.workspace and s.source = t.source) as "sourceName",
  t.mapping, t.watermark_column as "watermarkColumn", t.watermark, t.every_minutes as "everyMinutes", t.state, t.held, t.step, t.import,
  t.upcoming, t.bases, t.last_hash as "lastHash", t.added, t.failures, t.failure, t.last_run_at as "lastRunAt",
  t.last_rows::float8 as "lastRows", t.read_until as "readUntil", t.next_at as "nextAt", t.leased_until > clock_timestamp() as "isLeased",
  t.created_by as "createdBy", t.created_at as "createdAt"`;

/** Those a person must see to first, then by age. */
export async function listSyncs(client: ClientBase, workspace: number): Promise<readonly SyncRow[]> {
  const found = await client.query<SyncRow>(
    `select ${syncColumns}
     from table_sync t
     where t.workspace = $1
     order by t.state <> 'held', t.failures = 0, t.created_at, t.id`,
    [workspace],
  );
  return found.rows;
}

export async function findSync(client: ClientBase, workspace: number, id: string): Promise<SyncRow | undefined> {
  const found = await client.query<SyncRow>(
    `select ${syncColumns}
     from table_sync t
     where t.workspace = $1 and t.id = $2
     for update of t`,
    [workspace, id],
  );
  return found.rows[0];
}

export async function sealedPasswordOf(client: ClientBase, workspace: number, id: string): Promise<SealedPassword> {
  const found = await client.query<SealedPassword>(
    'select password as sealed, key_id as "keyId" from table_sync where workspace = $1 and id = $2',
    [workspace, id],
  );
  const row = found.rows[0];
  if (row === undefined) throw new Error('a sync that was just there is gone');
  return row;
}

export interface NewSync extends Pick<SyncRow, 'id' | 'connection' | 'table' | 'createdBy'> {
  readonly sealed: Buffer;
  readonly keyId: string;
  readonly staged: SyncStaged;
  readonly at: Date;
}

export async function insertSync(client: ClientBase, workspace: number, row: NewSync): Promise<void> {
  await client.query(
    `insert into table_sync (workspace, id, connection, password, key_id, table_name, columns, candidates, staged, state, next_at,
       created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb -> 'columns', $7::jsonb -> 'candidates', $7, 'draft', $9, $8, $9)`,
    [
      workspace,
      row.id,
      JSON.stringify(row.connection),
      row.sealed,
      row.keyId,
      JSON.stringify(row.table),
      JSON.stringify(row.staged),
      row.createdBy,
      row.at,
    ],
  );
}

/** A file was read from it anew, to be gone through. False if there is no such sync any more. */
export async function restageSync(
  client: ClientBase,
  workspace: number,
  id: string,
  staged: SyncStaged,
): Promise<boolean> {
  const done = await client.query('update table_sync set staged = $3 where workspace = $1 and id = $2', [
    workspace,
    id,
    JSON.stringify(staged),
  ]);
  return done.rowCount === 1;
}

/** What a person set. `watermark` begins anew with another column: at the greatest value that was seen of it. */
export async function setSync(
  client: ClientBase,
  { workspace, id }: Pick<SyncRow, 'workspace' | 'id'>,
  set: Pick<SyncRow, 'watermarkColumn' | 'watermark' | 'everyMinutes' | 'state' | 'held' | 'nextAt'>,
): Promise<void> {
  await client.query(
    `update table_sync
     set watermark_column = $3, watermark = $4, every_minutes = $5, state = $6, next_at = $7, held = $8, failures = 0, failure = null
     where workspace = $1 and id = $2`,
    [
      workspace,
      id,
      set.watermarkColumn,
      set.watermark,
      set.everyMinutes,
      set.state,
      set.nextAt,
      set.held === null ? null : JSON.stringify(set.held),
    ],
  );
}

export async function setPassword(
  client: ClientBase,
  { workspace, id }: Pick<SyncRow, 'workspace' | 'id'>,
  password: { readonly sealed: Buffer; readonly keyId: string },
): Promise<void> {
  await client.query(`update table_sync set password = $3, key_id = $4 where workspace = $1 and id = $2`, [
    workspace,
    id,
    password.sealed,
    password.keyId,
  ]);
}

/** What a person decided of one that was held. */
export async function decideSync(
  client: ClientBase,
  { workspace, id }: Pick<SyncRow, 'workspace' | 'id'>,
  decided: Pick<SyncRow, 'columns' | 'bases' | 'step' | 'nextAt'>,
): Promise<void> {
  await client.query(
    `update table_sync
     set state = 'active', held = null, columns = $3, bases = $4, step = $5, next_at = $6, failures = 0, failure = null
     where workspace = $1 and id = $2`,
    [workspace, id, JSON.stringify(decided.columns), decided.bases, decided.step, decided.nextAt],
  );
}

/** Lets it be read at once. */
export async function dueNow(
  client: ClientBase,
  { workspace, id }: Pick<SyncRow, 'workspace' | 'id'>,
  at: Date,
): Promise<void> {
  await client.query('update table_sync set next_at = $3 where workspace = $1 and id = $2', [workspace, id, at]);
}

/** False if it was gone already. What it brought in stays. */
export async function deleteSync(client: ClientBase, workspace: number, id: string): Promise<boolean> {
  const gone = await client.query('delete from table_sync where workspace = $1 and id = $2', [workspace, id]);
  return gone.rowCount === 1;
}

/** The file was read from a table that is to be read again: what it became becomes of each later read. */
export async function adoptMapping(
  client: ClientBase,
  workspace: number,
  file: string,
  made: { readonly source: number; readonly mapping: string; readonly import: number },
): Promise<void> {
  await client.query(
    `update table_sync
     set source = $3, mapping = $4, columns = staged -> 'columns', candidates = staged -> 'candidates', staged = null,
       bases = bases || $5::integer, last_hash = null, added = '{}',
       state = case when held ->> 'type' = 'drift' then 'active' else state end,
       held = case when held ->> 'type' = 'drift' then null else held end
     where workspace = $1 and staged ->> 'file' = $2`,
    [workspace, file, made.source, made.mapping, made.import],
  );
}
