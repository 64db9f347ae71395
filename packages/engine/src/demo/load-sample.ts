import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type SampleCompany, sampleCompany } from '@throughline/world/sample-company';
import { addSource } from '../collect/sources/add-source.js';
import { listSources } from '../collect/sources/source.sql.js';
import { readLag } from '../resolve/lag/lag.sql.js';
import { inWorkspace } from '../store/postgres/in-workspace.js';
import { loadImportFile } from './load-import-file.js';
import { loadTrackingFile } from './load-tracking-file.js';
import { moveSample, type SampleToDo, storeFiles } from './sample-company.sql.js';
import type { SampleContext } from './sample-context.js';
import { SampleProgress } from './sample-progress.js';
import { writeInThread } from './write-in-thread.js';

const lookEveryMs = 250;

/**
 * Loads what is not loaded yet, through what real data goes through: sources as the API adds them, messages as `/v1/batch` takes them in, files by
 * the import runner. Returns when everything can be seen, or when it was stopped.
 */
export async function loadSample(ctx: SampleContext, sample: SampleToDo, signal: AbortSignal): Promise<void> {
  const { profile, customers, seed, recordedUntil, workspace } = sample;
  const options = { profile, customers, seed, until: recordedUntil.getTime() };
  const company = sampleCompany(options);
  const folder = filesOf(ctx.dataFolder, workspace);
  await addSources(ctx, sample, company);
  const written = await writeInThread({ folder, options }, signal);
  if (written === undefined) return;
  const progress = new SampleProgress(ctx, workspace, sample.files.length === 0 ? written : sample.files);
  if (sample.files.length === 0 && !(await storeFiles(ctx.workerPool, workspace, written))) return;
  const work = { ctx, by: principalOf(sample), company, folder, progress, signal };
  for (const file of progress.files) {
    if (signal.aborted) return;
    await (file.kind === 'tracking' ? loadTrackingFile(work, file.name) : loadImportFile(work, file.name));
  }
  while (!signal.aborted && !(await isShown(ctx, workspace))) await pause(lookEveryMs);
  if (signal.aborted) return;
  await rm(folder, { recursive: true, force: true });
  await moveSample(ctx.workerPool, workspace, ['loading'], 'loaded');
}

/** Where the company's files lie while they are loaded. The import runner sweeps it away at each start; then they are written again. */
export function filesOf({ staging }: { readonly staging: string }, workspace: number): string {
  return join(staging, `sample-${workspace}`);
}

function principalOf({ workspace, slug, madeBy }: SampleToDo) {
  return { workspace: { number: workspace, slug }, actor: madeBy, role: 'admin' } as const;
}

async function addSources(ctx: SampleContext, sample: SampleToDo, { systems }: SampleCompany): Promise<void> {
  await inWorkspace(ctx, sample.workspace, async (client) => {
    const known = new Set((await listSources(client, sample.workspace)).map(({ name }) => name));
    for (const { kind, source } of systems)
      if (kind !== 'later' && !known.has(source.name))
        await addSource(client, principalOf(sample), source, ctx.clock());
  });
}

/** Everything in the log is resolved and in the analytics engine. */
async function isShown(ctx: SampleContext, workspace: number): Promise<boolean> {
  const { resolve, project } = await inWorkspace(ctx, workspace, readLag);
  return resolve.offsets === 0 && project.batches === 0;
}
