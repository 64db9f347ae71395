/** Begins a transaction that row-level security confines to one workspace: two statements, one round trip. */
export function beginInWorkspace(workspace: number): string {
  if (!Number.isSafeInteger(workspace) || workspace <= 0) throw new Error(`no workspace has the number ${workspace}`);
  return `begin;
    select set_config('app.workspace', '${workspace}', true)`;
}
