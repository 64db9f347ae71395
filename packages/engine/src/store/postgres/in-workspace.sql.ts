import type { ClientBase } from 'pg';

/** Begins a transaction that row-level security confines to one workspace: two statements, one round trip. */
export function beginInWorkspace(workspace: number): string {
  if (!Number.isSafeInteger(workspace) || workspace <= 0) throw new Error(`no workspace has the number ${workspace}`);
  return `begin;
    select set_config('app.workspace', '${workspace}', true)`;
}

/** As `beginInWorkspace`, for reading alone: everything as it was at the first statement, however long reading takes. */
export function beginSnapshotInWorkspace(workspace: number): string {
  return beginInWorkspace(workspace).replace(/^begin;/, 'begin isolation level repeatable read read only;');
}

/** Confines the rest of a transaction to one workspace: for one that was just made in it. */
export async function enterWorkspace(client: ClientBase, workspace: number): Promise<void> {
  await client.query(`select set_config('app.workspace', $1, true)`, [String(workspace)]);
}
