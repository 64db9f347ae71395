import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleRow } from '@throughline/core/collect/proposal/file-sample';
import { sampleFile } from '../recognise/sample-file.js';
import type { FormChoice, SampledFile } from '../recognise/sampled-file.js';
import { readableFile } from '../staged-files.js';
import type { FileFound } from './file-found.js';
import { stagedFileGone } from './wanted-staged-file.js';

const mostCells = 300_000;
const fewestRows = 20;
const longestText = 2_000;

/** Samples the file of a staging folder and keeps the sample there. Errors as `sampleFile`. */
export async function takeSample(
  folder: string,
  name: string,
  choice: FormChoice,
  signal: AbortSignal,
): Promise<FileFound> {
  await rm(readableFile(folder), { force: true });
  const sampled = bounded(await sampleFile(folder, name, choice, signal));
  const next = join(folder, 'sample.next');
  await writeFile(next, JSON.stringify(sampled), { mode: 0o600 });
  await rename(next, samplePath(folder));
  const { form, sample, unreadable } = sampled;
  return { format: sample.format, form, columns: sample.columns, rowCount: sample.rowCount, unreadable };
}

/** The sample that was kept, or `request.not-found` if the file was taken meanwhile. Safe to cast: only `takeSample` writes these files. */
export async function keptSample(folder: string): Promise<SampledFile> {
  const text = await readFile(samplePath(folder), 'utf8').catch((cause: unknown) => {
    throw stagedFileGone(cause);
  });
  return JSON.parse(text) as SampledFile;
}

const samplePath = (folder: string): string => join(folder, 'sample');

/** What is answered to each click must stay small, however wide the file is. */
function bounded({ form, sample, unreadable }: SampledFile): SampledFile {
  const most = Math.max(fewestRows, Math.floor(mostCells / Math.max(1, sample.columns.length)));
  const step = Math.max(1, sample.rows.length / most);
  const rows = sample.rows.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  let room = most;
  const blocks = sample.blocks.filter((block) => {
    room -= block.length;
    return room >= 0;
  });
  return {
    form,
    unreadable,
    sample: { ...sample, rows: rows.map(shortened), blocks: blocks.map((block) => block.map(shortened)) },
  };
}

function shortened(row: SampleRow): SampleRow {
  if (!row.cells.some((cell) => typeof cell === 'string' && cell.length > longestText)) return row;
  return {
    line: row.line,
    cells: row.cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, longestText) : cell)),
  };
}
