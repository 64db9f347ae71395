import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import type { ImportRun } from '../collect/import/import-run.js';
import type { WorkspaceClient } from './api-client.js';
import { CliFailure, exitCode } from './cli-failure.js';
import { ProgressLine } from './progress-line.js';
import { SteadyFile } from './steady-file.js';

export interface ImportOrder {
  readonly file: string;
  readonly map: string;
  readonly source: string | undefined;
  readonly createSource: boolean;
  /** Paths of look-up files; those the mapping names are looked for beside the data, then beside the mapping. */
  readonly lookups: readonly string[];
  readonly dryRun: boolean;
  readonly again: boolean;
}

/** Sends a file with its look-ups, starts the import and waits until all of it is resolved. */
export async function importFile(client: WorkspaceClient, order: ImportOrder): Promise<ImportRun> {
  const progress = new ProgressLine();
  const mapping = await readText(order.map);
  const lookups = await lookupPaths(order, mapping);
  const file = await SteadyFile.open(order.file);
  try {
    progress.say(`reading ${file.name}`);
    const made = await client.post<ImportRun>('/imports', {
      fileName: file.name,
      mapping,
      fileHash: await hashOf(file),
      fileBytes: file.size,
      ...(order.source === undefined ? {} : { source: order.source }),
      ...(order.createSource ? { createSource: true } : {}),
      ...(order.dryRun ? { dryRun: true } : {}),
      ...(order.again ? { again: true } : {}),
    });
    for (const [name, path] of lookups) {
      await sendFile(client, made.id, name, await SteadyFile.open(path), () => undefined);
    }
    await sendFile(client, made.id, file.name, file, (sent) => progress.say(`sending ${percent(sent, file.size)}`));
    await client.post(`/imports/${made.id}/start`);
    return await ended(client, made.id, progress);
  } finally {
    progress.end();
  }
}

async function ended(client: WorkspaceClient, id: string, progress: ProgressLine): Promise<ImportRun> {
  for (;;) {
    const run = await client.get<ImportRun>(`/imports/${id}`);
    if (run.state === 'done') return run;
    if (run.state === 'failed') {
      throw new CliFailure(exitCode.failed, run.error?.detail ?? 'the import failed', {
        code: run.error?.code ?? 'request.internal',
      });
    }
    if (run.state === 'undoing' || run.state === 'undone')
      throw new CliFailure(exitCode.failed, 'the import was taken back meanwhile');
    const counted = `${run.read.toLocaleString('en')} lines`;
    progress.say(
      run.state === 'resolving'
        ? `${counted} read; finding out who is who`
        : `${percent(run.bytesRead, run.fileBytes ?? 0)}, ${counted}`,
    );
    await pause(200);
  }
}

async function sendFile(
  client: WorkspaceClient,
  id: string,
  name: string,
  file: SteadyFile,
  onSent: (bytes: number) => void,
): Promise<void> {
  await client.send(`/imports/${id}/file?name=${encodeURIComponent(name)}`, file, onSent);
}

/** Names of the mapping's look-ups with the files that are meant. */
async function lookupPaths(order: ImportOrder, mapping: string): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  for (const name of lookupNames(mapping)) {
    const given = order.lookups.find((path) => basename(path) === basename(name));
    const candidates = [given, resolve(dirname(order.file), name), resolve(dirname(order.map), name)];
    for (const path of candidates) {
      if (path === undefined || paths.has(name)) continue;
      if ((await stat(path).catch(() => undefined))?.isFile() === true) paths.set(name, path);
    }
    if (!paths.has(name))
      throw new CliFailure(exitCode.usage, `the look-up file ${name} is not there: name it with --lookup`);
  }
  return paths;
}

/** What is wrong with a mapping is said by the server; here only the names are wanted. */
function lookupNames(mapping: string): readonly string[] {
  try {
    const { lookups } = parse(mapping) as { readonly lookups?: Readonly<Record<string, { readonly file?: unknown }>> };
    return [...new Set(Object.values(lookups ?? {}).flatMap(({ file }) => (typeof file === 'string' ? [file] : [])))];
  } catch {
    return [];
  }
}

async function hashOf(file: SteadyFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file.read()) hash.update(piece as Buffer);
  await file.check();
  return hash.digest('hex');
}

async function readText(path: string): Promise<string> {
  await SteadyFile.open(path);
  return readFile(path, 'utf8');
}

function percent(done: number, of: number): string {
  return of === 0 ? '100 %' : `${Math.floor((done / of) * 100)} %`;
}
