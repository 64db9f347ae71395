import type { ClientBase } from 'pg';
import type { NewWorkspace } from '../workspaces/new-workspace.js';

/** The workspace's settings, locked until the transaction ends. */
export async function lockSettings(client: ClientBase, workspace: number): Promise<NewWorkspace> {
  const found = await client.query<NewWorkspace>(
    `select name, country, zone, currency, language, week_starts_on as "weekStartsOn"
     from workspace
     where workspace = $1
     for update`,
    [workspace],
  );
  const settings = found.rows[0];
  if (settings === undefined) throw new Error(`workspace ${workspace} is not there`);
  return settings;
}

export async function updateSettings(client: ClientBase, workspace: number, settings: NewWorkspace): Promise<void> {
  await client.query(
    `update workspace
     set name = $2, country = $3, zone = $4, currency = $5, language = $6, week_starts_on = $7
     where workspace = $1`,
    [
      workspace,
      settings.name,
      settings.country,
      settings.zone,
      settings.currency,
      settings.language,
      settings.weekStartsOn,
    ],
  );
}
