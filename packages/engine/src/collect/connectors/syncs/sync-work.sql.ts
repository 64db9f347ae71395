import type { ClientBase, Pool } from 'pg';
import type { ImportState } from '../../import/import-state.js';
import { type SyncRow, syncColumns } from './sync.sql.js';
import type { SyncHeld, SyncStep, SyncUpcoming } from './sync-state.js';

/** A sync under our lease. Statements here are the worker role's: no route reaches them. */
export interface LeasedSync extends SyncRow {
  readonly fence: string;
  readonly sealed: Buffer;
  readonly keyId: string;
}

/**
 * Takes one sync that is due and that nobody works on, and raises its fence, so that whoever had it before can store nothing any more. A step that is
 * under way is due at once, unless it failed.
 */
export async function takeDueSync(
  pool: Pool,
  owner: string,
  leaseMs: number,
  now: Date,
): Promise<LeasedSync | undefined> {
  const taken = await pool.query<LeasedSync>(
    `with due as (
       select workspace, id
       from table_sync
       where leased_until <= clock_timestamp()
         and (state = 'active' or state = 'paused' and step <> 'idle')
         and (next_at <= $3 or step <> 'idle' and failure is null)
       order by next_at
       limit 1
       for update skip locked
     ), taken as (
       update table_sync t
       set owner = $1, leased_until = clock_timestamp() + $2 * interval '1 millisecond', fence = fence + 1
       from due d
       where t.workspace = d.workspace and t.id = d.id
       returning t.workspace, t.id, t.fence, t.password, t.key_id
     )
     select ${syncColumns}, n.fence, n.password as sealed, n.key_id as "keyId"
     from table_sync t
     join taken n on n.workspace = t.workspace and n.id = t.id`,
    [owner, leaseMs, now],
  );
  return taken.rows[0];
}

/** False if the lease is lost, or the sync removed. */
export async function keepLease(pool: Pool, sync: LeasedSync, leaseMs: number): Promise<boolean> {
  const kept = await pool.query(
    `update table_sync
     set leased_until = clock_timestamp() + $4 * interval '1 millisecond'
     where workspace = $1 and id = $2 and fence = $3`,
    [sync.workspace, sync.id, sync.fence, leaseMs],
  );
  return kept.rowCount === 1;
}

export async function dropLease(pool: Pool, sync: LeasedSync): Promise<void> {
  await pool.query(
    `update table_sync set owner = null, leased_until = '-infinity' where workspace = $1 and id = $2 and fence = $3`,
    [sync.workspace, sync.id, sync.fence],
  );
}

/** Stores the import that what was read goes into; false if the lease is lost. */
export async function beginImporting(
  client: ClientBase,
  sync: LeasedSync,
  begun: { readonly import: number; readonly upcoming: SyncUpcoming; readonly hash: Buffer; readonly at: Date },
): Promise<boolean> {
  const stored = await client.query(
    `update table_sync
     set step = 'importing', import = $4, upcoming = $5, last_hash = $6, next_at = $7, failure = null
     where workspace = $1 and id = $2 and fence = $3`,
    [sync.workspace, sync.id, sync.fence, begun.import, JSON.stringify(begun.upcoming), begun.hash, begun.at],
  );
  return stored.rowCount === 1;
}

/** What a run came to. */
export interface RunEnd {
  readonly step: SyncStep;
  readonly state: 'active' | 'held' | 'paused';
  readonly held: SyncHeld | null;
  readonly watermark: string | null;
  readonly bases: readonly number[];
  readonly rows: number | null;
  readonly at: Date;
  readonly readUntil: Date | null;
  readonly nextAt: Date;
  /** What was read did not come in after all: it is not passed over when it is read again. */
  readonly isLost: boolean;
}

/** Ends a run, or moves it to its next step. One that was paused meanwhile stays so. */
export async function endRun(client: ClientBase, sync: LeasedSync, end: RunEnd): Promise<void> {
  const stored = await client.query(
    `update table_sync
     set step = $4, state = case when state = 'paused' and $5 = 'active' then state else $5 end, held = $6, watermark = $7, bases = $8,
       import = case when $4 = 'idle' then null else import end, upcoming = case when $4 = 'idle' then null else upcoming end,
       last_rows = coalesce($9, last_rows), last_run_at = $10, read_until = coalesce($11, read_until), next_at = $12,
       last_hash = case when $13 then null else last_hash end,
       failures = case when $4 = 'importing' then failures else 0 end, failure = null
     where workspace = $1 and id = $2 and fence = $3`,
    [
      sync.workspace,
      sync.id,
      sync.fence,
      end.step,
      end.state,
      end.held === null ? null : JSON.stringify(end.held),
      end.watermark,
      end.bases,
      end.rows,
      end.at,
      end.readUntil,
      end.nextAt,
      end.isLost,
    ],
  );
  if (stored.rowCount === 0 || end.readUntil === null || sync.source === null) return;
  await client.query(
    `update source
     set complete_until = greatest(complete_until, (
       select min(coalesce(read_until, '-infinity'))
       from table_sync
       where workspace = $1 and source = $2 and state <> 'draft'
     ))
     where workspace = $1 and source = $2`,
    [sync.workspace, sync.source],
  );
}

export async function failSync(
  pool: Pool,
  sync: LeasedSync,
  failure: { readonly code: string; readonly detail: string },
  at: Date,
  nextAt: Date,
): Promise<void> {
  await pool.query(
    `update table_sync
     set failures = failures + 1, failure = $4, last_run_at = $5, next_at = $6
     where workspace = $1 and id = $2 and fence = $3`,
    [sync.workspace, sync.id, sync.fence, JSON.stringify(failure), at, nextAt],
  );
}

export async function noteAdded(pool: Pool, sync: LeasedSync, added: readonly string[]): Promise<void> {
  await pool.query(`update table_sync set added = $4 where workspace = $1 and id = $2 and fence = $3`, [
    sync.workspace,
    sync.id,
    sync.fence,
    added,
  ]);
}

export interface SyncImport {
  readonly import: number;
  readonly id: string;
  readonly state: ImportState;
  readonly failure: { readonly code: string; readonly detail: string } | null;
}

export async function syncImports(
  pool: Pool,
  workspace: number,
  runs: readonly number[],
): Promise<readonly SyncImport[]> {
  const found = await pool.query<SyncImport>(
    `select import, id, state, failure from import_run where workspace = $1 and import = any($2::integer[]) order by import`,
    [workspace, runs],
  );
  return found.rows;
}

/** How many messages of the former imports the new one does not bring any more. */
export async function countGone(
  pool: Pool,
  { workspace, source }: Pick<LeasedSync, 'workspace' | 'source'>,
  former: readonly number[],
  run: number,
): Promise<{ readonly missing: number; readonly of: number }> {
  const found = await pool.query<{ missing: number; of: number }>(
    `with held as (
       select distinct message from seen_import where workspace = $1 and source = $2 and import = any($3::integer[])
     ), brought as (
       select distinct message from seen_import where workspace = $1 and source = $2 and import = $4
     )
     select count(*) filter (where b.message is null)::float8 as missing, count(*)::float8 as of
     from held h
     left join brought b using (message)`,
    [workspace, source, former, run],
  );
  return found.rows[0] ?? { missing: 0, of: 0 };
}
