import { link, mkdir } from 'node:fs/promises';
import { bindHeader } from '@throughline/core/collect/mapping/bind-header';
import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import type { Answers } from '@throughline/core/collect/proposal/answers';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Principal } from '../../../govern/principal.js';
import type { AppContext } from '../../../http/app-context.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../../store/uuid-v7.js';
import { adoptMapping } from '../../connectors/syncs/sync.sql.js';
import { addSource, type NewSource } from '../../sources/add-source.js';
import { changeImport } from '../change-import.js';
import { createImport } from '../create-import.js';
import type { ImportRow } from '../import.sql.js';
import { importMapping } from '../import-mapping.js';
import type { SampledFile } from '../recognise/sampled-file.js';
import { removeStaging, stagedFile, stagingOf } from '../staged-files.js';
import { mappingText, proposalInputs } from './proposal-inputs.js';
import { answersAsked, type Proposals } from './proposals.js';
import { deleteStagedFile } from './staged-file.sql.js';
import { keptSample } from './staged-sample.js';
import { stagedFileGone, wantedStagedFile } from './wanted-staged-file.js';

export interface StagedImport {
  readonly answers?: Answers | undefined;
  readonly mapping?: string | undefined;
  readonly source: { readonly id: string } | { readonly new: NewSource };
  readonly again?: boolean | undefined;
  /** The import it takes the place of. */
  readonly replaces?: string | undefined;
}

type Context = Pick<AppContext, 'appPool' | 'clock' | 'imports' | 'dataFolder'>;

/**
 * Makes an import of a staged file and starts it; the file moves with it. Its source, if new, and the import are made together or not at all.
 * Errors: `mapping.…`, `import.same-file`, `sources.name-taken`, `request.not-found`.
 */
export async function importStagedFile(
  ctx: Context,
  proposals: Proposals,
  by: Principal,
  id: string,
  wanted: StagedImport,
): Promise<ImportRow> {
  const { number } = by.workspace;
  const { staging } = ctx.dataFolder;
  const nowMs = ctx.clock();
  const run = uuidV7(nowMs);
  const { numbers } = (
    await proposals.inputs(number, { file: id, source: idOf(wanted.source), ...answersAsked(wanted) })
  ).context;
  const sampled = await keptSample(stagingOf(staging, id));
  try {
    await mkdir(stagingOf(staging, run), { recursive: true, mode: 0o700 });
    await link(stagedFile(stagingOf(staging, id)), stagedFile(stagingOf(staging, run))).catch((cause: unknown) => {
      throw stagedFileGone(cause);
    });
    const started = await inWorkspace(ctx, number, async (client) => {
      const file = await wantedStagedFile(client, number, id);
      const source =
        'new' in wanted.source ? (await addSource(client, by, wanted.source.new, nowMs)).id : wanted.source.id;
      const inputs = await proposalInputs(client, number, source, nowMs);
      const context = { ...inputs.context, numbers };
      const mapping = mappingText(sampled, { ...inputs, context }, wanted);
      refuseMissingColumns(mapping, sampled);
      await createImport(
        client,
        by,
        {
          source,
          fileName: file.name,
          mapping,
          fileHash: file.hash.toString('hex'),
          fileBytes: file.bytes,
          again: wanted.again,
          replaces: wanted.replaces,
        },
        nowMs,
        run,
      );
      if (!(await deleteStagedFile(client, number, id))) throw stagedFileGone();
      const started = await changeImport(client, number, run, ['waiting'], 'running');
      await adoptMapping(client, number, id, { source: started.source, mapping, import: started.import });
      return started;
    });
    ctx.imports.start(number, started.import);
    await removeStaging(staging, id);
    return started;
  } catch (error) {
    await removeStaging(staging, run);
    throw error;
  }
}

function idOf(source: StagedImport['source']): string | undefined {
  return 'id' in source ? source.id : undefined;
}

/** Says what does not fit before anything is done. Fields of JSON may be missing in a sample. */
export function refuseMissingColumns(mapping: string, { sample }: SampledFile): void {
  const parsed = importMapping(mapping);
  if (parsed.file.format !== sample.format) {
    throw new ThroughlineError(
      'mapping.invalid',
      `file.format: the mapping is for ${parsed.file.format} files, and this one is ${sample.format}`,
    );
  }
  const isTable = sample.format === 'csv' || sample.format === 'xlsx';
  if (isTable) bindHeader(compileMapping(parsed).columns, sample.columns);
}
