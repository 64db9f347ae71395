import type { ClientBase } from 'pg';
import type { ImportState } from './import-state.js';
import type { StoredProgress } from './stored-progress.js';

export interface ImportRow {
  readonly import: number;
  readonly id: string;
  readonly fileName: string;
  readonly fileHash: Buffer | null;
  readonly fileBytes: number | null;
  readonly mapping: string;
  readonly source: number;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly state: ImportState;
  readonly read: number;
  readonly interactions: number;
  readonly accepted: number;
  readonly duplicates: number;
  /** While it runs as its reader counts; afterwards those that are still set aside, and what was set aside later. */
  readonly setAside: number;
  readonly progress: StoredProgress | null;
  readonly failure: { readonly code: string; readonly detail: string } | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
}

const columns = `r.import, r.id, r.file_name as "fileName", r.file_hash as "fileHash", r.file_bytes::float8 as "fileBytes", r.mapping,
  r.source, s.id as "sourceId", s.name as "sourceName", r.state, r.lines_read::float8 as read, r.interactions::float8 as interactions,
  r.accepted::float8 as accepted, r.duplicates::float8 as duplicates,
  case when r.state in ('waiting', 'running') or r.resume ->> 'dryRun' = 'true' then r.set_aside::float8
    else (select count(*)::float8 from set_aside a where a.workspace = $1 and a.import = r.import and a.status <> 'replayed')
  end as "setAside",
  r.resume as progress, r.failure, r.created_by as "createdBy", r.created_at as "createdAt", r.finished_at as "finishedAt",
  r.undone_at as "undoneAt"`;

/** Imports from the newest on, those before `before` (their number) only; dry runs are left out. */
export async function listImports(
  client: ClientBase,
  workspace: number,
  before: number,
  limit: number,
): Promise<readonly ImportRow[]> {
  const found = await client.query<ImportRow>(
    `select ${columns}
     from import_run r
     join source s using (workspace, source)
     where r.workspace = $1 and r.import < $2 and r.resume ->> 'dryRun' is distinct from 'true'
     order by r.import desc
     limit $3`,
    [workspace, before, limit],
  );
  return found.rows;
}

export async function findImport(client: ClientBase, workspace: number, id: string): Promise<ImportRow | undefined> {
  const found = await client.query<ImportRow>(
    `select ${columns}
     from import_run r
     join source s using (workspace, source)
     where r.workspace = $1 and r.id = $2`,
    [workspace, id],
  );
  return found.rows[0];
}

/** An import of the same file with the same mapping that was not taken back; undefined if there is none. */
export async function findSameImport(
  client: ClientBase,
  workspace: number,
  same: {
    readonly source: number;
    readonly fileHash: Buffer;
    readonly mapping: string;
    readonly except: string | null;
  },
): Promise<string | undefined> {
  const found = await client.query<{ id: string }>(
    `select id
     from import_run
     where workspace = $1 and source = $2 and file_hash = $3 and mapping = $4 and id is distinct from $5::uuid
       and state in ('running', 'resolving', 'done') and resume ->> 'dryRun' is distinct from 'true'
     order by import desc
     limit 1`,
    [workspace, same.source, same.fileHash, same.mapping, same.except],
  );
  return found.rows[0]?.id;
}

export interface NewImportRow {
  readonly id: string;
  readonly source: number;
  readonly fileName: string;
  readonly fileHash: Buffer | null;
  readonly fileBytes: number | null;
  readonly mapping: string;
  readonly progress: StoredProgress;
  readonly createdBy: string;
  readonly at: Date;
}

/** The workspace's row must be locked, so that numbers are given one after the other. */
export async function insertImport(client: ClientBase, workspace: number, row: NewImportRow): Promise<void> {
  await client.query(
    `insert into import_run (workspace, import, id, source, file_name, file_hash, file_bytes, mapping, state, resume, created_by, created_at)
     select $1, coalesce(max(import), 0) + 1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9, $10
     from import_run
     where workspace = $1`,
    [
      workspace,
      row.id,
      row.source,
      row.fileName,
      row.fileHash,
      row.fileBytes,
      row.mapping,
      JSON.stringify(row.progress),
      row.createdBy,
      row.at,
    ],
  );
}

export async function storeFile(
  client: ClientBase,
  workspace: number,
  id: string,
  file: { readonly hash: Buffer; readonly bytes: number },
): Promise<void> {
  await client.query(`update import_run set file_hash = $3, file_bytes = $4 where workspace = $1 and id = $2`, [
    workspace,
    id,
    file.hash,
    file.bytes,
  ]);
}

/** Moves an import from one of these states to another; false if it is in none of them. */
export async function moveImport(
  client: ClientBase,
  workspace: number,
  id: string,
  from: readonly ImportState[],
  to: ImportState,
): Promise<boolean> {
  const moved = await client.query(
    `update import_run
     set state = $4, failure = null, finished_at = case when $4 = 'running' then null else finished_at end
     where workspace = $1 and id = $2 and state = any($3::text[])`,
    [workspace, id, from, to],
  );
  return moved.rowCount === 1;
}
