import type { TakeBack } from '../../collect/connectors/syncs/sync-context.js';
import { wantedImport } from '../../collect/import/change-import.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { type TakeBackContext, takeBackImport } from './take-back-import.js';

/** How a table that is read again and again takes back what its former reads made. */
export function takeBackForSync(ctx: TakeBackContext): TakeBack {
  return async (workspace, importId, actor) => {
    const row = await inWorkspace(ctx, workspace, (client) => wantedImport(client, workspace, importId));
    await takeBackImport(ctx, { workspace: { number: workspace, slug: '' }, actor }, row);
  };
}
