import { faultPoint } from '../../../store/fault-point.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { changeImport } from '../../import/change-import.js';
import { insertImport } from '../../import/import.sql.js';
import type { StagedFile } from '../../import/stage-file.js';
import { lockWorkspace } from '../../sources/source.sql.js';
import type { SyncContext } from './sync-context.js';
import type { SyncUpcoming } from './sync-state.js';
import { beginImporting, type LeasedSync } from './sync-work.sql.js';

/** Makes an import of what was read and starts it, unless the lease was lost. `id` names its staging folder. */
export async function startSyncImport(
  ctx: SyncContext,
  sync: LeasedSync,
  id: string,
  file: StagedFile,
  upcoming: SyncUpcoming,
): Promise<void> {
  const { workspace, source, mapping } = sync;
  if (source === null || mapping === null) throw new Error('a sync without a mapping was due');
  const at = new Date(ctx.clock());
  const started = await inWorkspace(ctx, workspace, async (client) => {
    await lockWorkspace(client, workspace);
    await insertImport(client, workspace, {
      id,
      source,
      fileName: `${sync.table.name}.jsonl`.slice(-300),
      fileHash: file.hash,
      fileBytes: file.bytes,
      mapping,
      progress: { again: true },
      createdBy: sync.createdBy,
      at,
    });
    const run = await changeImport(client, workspace, id, ['waiting'], 'running');
    const begun = { import: run.import, upcoming, hash: file.hash, at };
    if (!(await beginImporting(client, sync, begun))) throw new Error('the lease of a sync was lost');
    return run;
  });
  faultPoint('sync.begun');
  ctx.imports.start(workspace, started.import);
}
