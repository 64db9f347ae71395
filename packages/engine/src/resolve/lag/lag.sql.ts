import type { ClientBase } from 'pg';

export interface Lag {
  /** Log rows that are not resolved, and the age of the oldest. */
  readonly resolve: { readonly offsets: number; readonly seconds: number };
  /** Batches that are resolved and not yet in the analytics engine, and the age of the oldest. */
  readonly project: { readonly batches: number; readonly seconds: number };
  /** Receive days that left the log for the archive, wholly or in part. */
  readonly archive: { readonly days: number };
}

/** How far the transaction's workspace is behind. */
export async function readLag(client: ClientBase): Promise<Lag> {
  const read = await client.query<{
    resolveOffsets: number;
    resolveSeconds: number;
    projectBatches: number;
    projectSeconds: number;
    archivedDays: number;
  }>(
    `select resolve_offsets::float8 as "resolveOffsets", resolve_seconds as "resolveSeconds",
       project_batches::float8 as "projectBatches", project_seconds as "projectSeconds",
       (select count(distinct day) from archive_file)::integer as "archivedDays"
     from workspace_lag()`,
  );
  const row = read.rows[0];
  if (row === undefined) throw new Error('the workspace has no log');
  return {
    resolve: { offsets: row.resolveOffsets, seconds: row.resolveSeconds },
    project: { batches: row.projectBatches, seconds: row.projectSeconds },
    archive: { days: row.archivedDays },
  };
}

/** How far the log is resolved, and the age in seconds of the oldest row that is not. */
export async function readResolved(
  client: ClientBase,
  workspace: number,
): Promise<{ readonly offset: string; readonly behindSeconds: number }> {
  const read = await client.query<{ offset: string; behindSeconds: number }>({
    name: 'read-resolved',
    text: `select c."offset", l.resolve_seconds as "behindSeconds"
      from consumer c
      cross join workspace_lag() l
      where c.workspace = $1 and c.name = 'resolve'`,
    values: [workspace],
  });
  const row = read.rows[0];
  if (row === undefined) throw new Error('the workspace has no log');
  return row;
}

export interface ImportsAtRest {
  /** Another text after each import that ended or was taken back. */
  readonly state: string;
  /** The last of them did so within this minute. */
  readonly isFresh: boolean;
}

export async function readImportsAtRest(client: ClientBase, workspace: number): Promise<ImportsAtRest> {
  const read = await client.query<ImportsAtRest>({
    name: 'read-imports-at-rest',
    text: `select coalesce(max(greatest(finished_at, undone_at))::text, '') as state,
        coalesce(max(greatest(finished_at, undone_at)) > now() - interval '1 minute', false) as "isFresh"
      from import_run
      where workspace = $1 and state in ('done', 'undone')`,
    values: [workspace],
  });
  return read.rows[0] ?? { state: '', isFresh: false };
}
