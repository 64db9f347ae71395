import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { changeImport, wantedImport } from '../collect/import/change-import.js';
import { createImport } from '../collect/import/create-import.js';
import { findImport, type ImportRow, storeFile } from '../collect/import/import.sql.js';
import { stageFile } from '../collect/import/stage-file.js';
import { stagingOf } from '../collect/import/staged-files.js';
import { inWorkspace } from '../store/postgres/in-workspace.js';
import { uuidV7 } from '../store/uuid-v7.js';
import type { SampleWork } from './sample-work.js';

const lookEveryMs = 200;

/** Imports a file by its system's mapping, as `POST /imports` and what follows do; returns when all of it is in the log. */
export async function loadImportFile(work: SampleWork, name: string): Promise<void> {
  const { progress, signal } = work;
  if (progress.of(name).import === undefined && !(await progress.store(name, { import: uuidV7(work.ctx.clock()) })))
    return;
  for (let run = await startedImport(work, name); !signal.aborted; run = await importOf(work, name)) {
    if (run.state === 'failed') throw failed(name, run);
    const isRead = run.state !== 'waiting' && run.state !== 'running';
    if (!(await progress.store(name, { done: isRead ? progress.of(name).lines : run.read })) || isRead) return;
    await pause(lookEveryMs);
  }
}

/** Makes, hands over and starts what was not yet: its id was noted before, so that a crash in between makes no second import. */
async function startedImport(work: SampleWork, name: string): Promise<ImportRow> {
  const { ctx, by, company, folder, progress } = work;
  const { number } = by.workspace;
  const id = progress.of(name).import;
  const mapping = company.systems.flatMap(({ files }) => files).find((file) => file.name === name)?.mapping;
  if (mapping === undefined || id === undefined) throw new Error(`${name} is no file to import`);
  const path = join(folder, name);
  const { size } = await stat(path);
  const made = await inWorkspace(ctx, number, async (client) => {
    const before = await findImport(client, number, id);
    const wanted = { fileName: name.replace('/', ' '), mapping: JSON.stringify(mapping), fileBytes: size };
    return before ?? createImport(client, by, wanted, ctx.clock(), id);
  });
  if (made.state !== 'waiting' && made.state !== 'failed') return made;
  const staged = await stageFile(stagingOf(ctx.dataFolder.staging, id), undefined, createReadStream(path), {
    bytes: size,
    hash: null,
  });
  const started = await inWorkspace(ctx, number, async (client) => {
    await storeFile(client, number, id, staged);
    return changeImport(client, number, id, ['waiting', 'failed'], 'running');
  });
  ctx.imports.start(number, started.import);
  return started;
}

function importOf({ ctx, by, progress }: SampleWork, name: string): Promise<ImportRow> {
  const { number } = by.workspace;
  return inWorkspace(ctx, number, (client) => wantedImport(client, number, progress.of(name).import ?? ''));
}

function failed(name: string, { failure }: ImportRow): ThroughlineError {
  return new ThroughlineError(
    'sample-company.failed',
    `${name} could not be imported: ${failure?.detail ?? 'it failed'}`,
  );
}
