import type { Principal } from '../../../govern/principal.js';
import type { AppContext } from '../../../http/app-context.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import type { StagedFile as Staged } from '../stage-file.js';
import { stagingOf } from '../staged-files.js';
import { describeStagedFile } from './describe-staged-file.js';
import type { StagedFile } from './staged-file.js';
import { importsOfFile, insertStagedFile } from './staged-file.sql.js';
import { takeSample } from './staged-sample.js';

/** Samples what lies in the staging folder of this id and keeps it as a file that was handed in. Errors as `takeSample`. */
export async function keepStagedFile(
  ctx: Pick<AppContext, 'appPool' | 'clock' | 'dataFolder'>,
  by: Principal,
  file: Staged & { readonly id: string; readonly name: string },
  signal: AbortSignal,
): Promise<StagedFile> {
  const { number } = by.workspace;
  const nowMs = ctx.clock();
  const found = await takeSample(stagingOf(ctx.dataFolder.staging, file.id), file.name, {}, signal);
  const row = { ...file, choice: {}, found, createdBy: by.actor.label, createdAt: new Date(nowMs) };
  const same = await inWorkspace(ctx, number, async (client) => {
    await insertStagedFile(client, number, row);
    return importsOfFile(client, number, row.hash);
  });
  return describeStagedFile(row, same);
}
