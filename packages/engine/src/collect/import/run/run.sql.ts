import type { ClientBase, Pool } from 'pg';
import type { ImportState } from '../import-state.js';
import type { StoredProgress } from '../stored-progress.js';

/** One run as its runner needs it. Statements here are the worker role's: no route reaches them. */
export interface RunToDo {
  readonly workspace: number;
  readonly import: number;
  readonly id: string;
  readonly source: number;
  readonly zone: string;
  readonly mapping: string;
  readonly state: ImportState;
  readonly progress: StoredProgress | null;
  readonly lastOffset: string | null;
  readonly createdAt: Date;
}

const columns = `r.workspace, r.import, r.id, r.source, s.zone, r.mapping, r.state, r.resume as progress,
  r.last_offset as "lastOffset", r.created_at as "createdAt"`;

export async function unfinishedRuns(pool: Pool): Promise<readonly RunToDo[]> {
  const found = await pool.query<RunToDo>(
    `select ${columns}
     from import_run r
     join source s using (workspace, source)
     where r.state in ('running', 'resolving')
     order by r.created_at, r.workspace, r.import`,
  );
  return found.rows;
}

export async function runToDo(pool: Pool, workspace: number, run: number): Promise<RunToDo | undefined> {
  const found = await pool.query<RunToDo>(
    `select ${columns}
     from import_run r
     join source s using (workspace, source)
     where r.workspace = $1 and r.import = $2`,
    [workspace, run],
  );
  return found.rows[0];
}

/** Last offset of the workspace's log. */
export async function logEnd(pool: Pool, workspace: number): Promise<string> {
  const found = await pool.query<{ last: string }>(
    'select next_offset - 1 as last from intake_head where workspace = $1',
    [workspace],
  );
  return found.rows[0]?.last ?? '0';
}

/** What of an import stands in the log behind an offset. */
export async function loggedSince(
  pool: Pool,
  workspace: number,
  run: number,
  offset: string,
): Promise<{ readonly rows: number; readonly lastOffset: string | null }> {
  const found = await pool.query<{ rows: number; lastOffset: string | null }>(
    `select count(*)::integer as rows, max("offset") as "lastOffset"
     from intake
     where workspace = $1 and "offset" > $2 and import = $3`,
    [workspace, offset, run],
  );
  return found.rows[0] ?? { rows: 0, lastOffset: null };
}

export async function areSetAside(pool: Pool, workspace: number, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const found = await pool.query('select from set_aside where workspace = $1 and id = any($2::uuid[]) limit 1', [
    workspace,
    ids,
  ]);
  return found.rowCount === 1;
}

export interface Advance {
  readonly read: number;
  readonly setAside: number;
  readonly progress: StoredProgress;
  readonly lastOffset: string | null;
}

/** Stores how far a run came; false if it is no longer running, which means: stop. */
export async function storeAdvance(pool: Pool, run: RunToDo, advance: Advance): Promise<boolean> {
  const stored = await pool.query({
    name: 'store-import-advance',
    text: `update import_run
      set lines_read = $3, set_aside = $4, resume = $5, last_offset = coalesce($6, last_offset)
      where workspace = $1 and import = $2 and state = 'running'`,
    values: [
      run.workspace,
      run.import,
      advance.read,
      advance.setAside,
      JSON.stringify(advance.progress),
      advance.lastOffset,
    ],
  });
  return stored.rowCount === 1;
}

/** Everything is in the log: the source is complete until the time the mapping says. */
export async function endReading(client: ClientBase, run: RunToDo, completeUntil: Date | null): Promise<void> {
  await client.query(
    `update import_run set state = 'resolving' where workspace = $1 and import = $2 and state = 'running'`,
    [run.workspace, run.import],
  );
  if (completeUntil === null) return;
  await client.query(
    `update source
     set complete_until = greatest(complete_until, $3)
     where workspace = $1 and source = $2`,
    [run.workspace, run.source, completeUntil],
  );
}

/** Ends the runs of which everything is resolved; how many that were. */
export async function endResolved(pool: Pool, at: Date): Promise<number> {
  const ended = await pool.query(
    `update import_run r
     set state = 'done', finished_at = $1
     from consumer c
     where r.state = 'resolving' and c.workspace = r.workspace and c.name = 'resolve'
       and c."offset" >= coalesce(r.last_offset, 0)`,
    [at],
  );
  return ended.rowCount ?? 0;
}

export async function endDryRun(
  pool: Pool,
  run: RunToDo,
  counts: { readonly interactions: number; readonly accepted: number; readonly duplicates: number },
  at: Date,
): Promise<void> {
  await pool.query(
    `update import_run
     set state = 'done', finished_at = $3, interactions = $4, accepted = $5, duplicates = $6
     where workspace = $1 and import = $2 and state = 'running'`,
    [run.workspace, run.import, at, counts.interactions, counts.accepted, counts.duplicates],
  );
}

export async function failRun(
  pool: Pool,
  run: RunToDo,
  failure: { readonly code: string; readonly detail: string },
  at: Date,
): Promise<void> {
  await pool.query(
    `update import_run
     set state = 'failed', failure = $3, finished_at = $4
     where workspace = $1 and import = $2 and state = 'running'`,
    [run.workspace, run.import, JSON.stringify(failure), at],
  );
}

/** Of these message ids of a source, those that an import holds already. */
export async function heldKeys(
  pool: Pool,
  workspace: number,
  source: number,
  messages: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await pool.query<{ message: string }>(
    `select distinct message
     from seen_import
     where workspace = $1 and source = $2 and message = any($3::uuid[])`,
    [workspace, source, messages],
  );
  return new Set(found.rows.map((row) => row.message));
}

/** Forgets dry runs made before that time; their ids. */
export async function forgetDryRuns(pool: Pool, before: Date): Promise<readonly string[]> {
  const gone = await pool.query<{ id: string }>(
    `delete from import_run
     where resume ->> 'dryRun' = 'true' and created_at < $1
     returning id`,
    [before],
  );
  return gone.rows.map((row) => row.id);
}

/** Ids of imports and staged files that may still need what lies in their staging folder. */
export async function idsWithFiles(pool: Pool): Promise<ReadonlySet<string>> {
  const found = await pool.query<{ id: string }>(
    `select id from import_run where state <> 'undone'
     union all
     select id from staged_file`,
  );
  return new Set(found.rows.map((row) => row.id));
}

/** Forgets staged files that were handed in before that time, and those whose folder is not among these; the ids of all of them. */
export async function forgetStagedFiles(
  pool: Pool,
  before: Date,
  folders?: readonly string[],
): Promise<readonly string[]> {
  const gone = await pool.query<{ id: string }>(
    `delete from staged_file
     where created_at < $1 or id <> all(coalesce($2::uuid[], array[id]))
     returning id`,
    [before, folders ?? null],
  );
  return gone.rows.map((row) => row.id);
}
