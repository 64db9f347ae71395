import { changeImport } from '../../collect/import/change-import.js';
import type { ImportRow } from '../../collect/import/import.sql.js';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { appendCommand, type CommandContext } from '../commands/append-command.js';

export type TakeBackContext = CommandContext & Pick<AppContext, 'imports' | 'mendings'>;

const undoable = ['waiting', 'running', 'resolving', 'done', 'failed', 'undoing'] as const;

/** Begins to take an import back: the command stands in the log when this resolves. Errors: `import.wrong-state`. */
export async function takeBackImport(
  ctx: TakeBackContext,
  by: Pick<Principal, 'workspace' | 'actor'>,
  row: Pick<ImportRow, 'id' | 'import'>,
): Promise<ImportRow> {
  const { number } = by.workspace;
  const undoing = await inWorkspace(ctx, number, async (client) => {
    await recordAudit(client, by, ctx.clock(), { action: 'imports.undone', target: row.id });
    return changeImport(client, number, row.id, undoable, 'undoing');
  });
  await ctx.imports.stop(number, row.import);
  await ctx.mendings.pass();
  await appendCommand(ctx, number, { type: 'undo-import', import: row.import, by: by.actor.label });
  await ctx.imports.discard(row.id);
  return undoing;
}
