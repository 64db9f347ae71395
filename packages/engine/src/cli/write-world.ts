import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { companyGuide } from '@throughline/world/company-guide';
import { companyManifest, mappingPath } from '@throughline/world/company-manifest';
import { type SampleCompany, type SampleOptions, sampleCompany } from '@throughline/world/sample-company';
import type { SampleFile } from '@throughline/world/sample-file';
import { stringify } from 'yaml';
import { CliFailure, exitCode } from './cli-failure.js';

export interface WrittenWorld {
  readonly folder: string;
  readonly files: number;
  readonly lines: number;
  /** Records that are interactions, each counted once. */
  readonly interactions: number;
}

/** Writes the company of these options into a folder that is empty or does not exist; memory stays the same however large it is. */
export async function writeWorld(
  folder: string,
  options: SampleOptions,
  onProgress: (lines: number) => void,
): Promise<WrittenWorld> {
  await claimFolder(folder);
  const company = sampleCompany(options);
  const files = [...company.systems.flatMap((system) => system.files), ...company.truth];
  for (const { name } of files) await mkdir(dirname(join(folder, name)), { recursive: true });
  for (const file of files) {
    if (file.mapping !== undefined) await writeFile(join(folder, mappingPath(file)), stringify(file.mapping));
  }
  const written = writeLines(folder, company, files, onProgress);
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(companyManifest(company), null, 2)}\n`);
  await writeFile(join(folder, 'README.md'), companyGuide(company));
  return { folder, files: files.length, ...written };
}

async function claimFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length === 0) return;
  } catch (cause) {
    throw new CliFailure(exitCode.failed, `the folder ${folder} cannot be made or read`, { cause });
  }
  throw new CliFailure(exitCode.usage, `the folder ${folder} is not empty: name one that is empty or does not exist`);
}

const bufferedCharacters = 65_536;
const reportedLines = 100_000;

function writeLines(
  folder: string,
  company: SampleCompany,
  files: readonly SampleFile[],
  onProgress: (lines: number) => void,
): Pick<WrittenWorld, 'lines' | 'interactions'> {
  const open = new Map(files.map((file) => [file, new OpenFile(join(folder, file.name))]));
  let lines = 0;
  let interactions = 0;
  try {
    for (const { file, line } of company.everyLine()) {
      open.get(file)?.write(line);
      lines += 1;
      if (file.name === 'truth/records.csv' && line.includes(',interaction,')) interactions += 1;
      if (lines % reportedLines === 0) onProgress(lines);
    }
  } finally {
    for (const file of open.values()) file.close();
  }
  return { lines, interactions };
}

/** A file that is written in pieces of some size. */
class OpenFile {
  readonly #descriptor: number;
  #waiting = '';

  constructor(path: string) {
    this.#descriptor = openSync(path, 'wx');
  }

  write(line: string): void {
    this.#waiting += `${line}\n`;
    if (this.#waiting.length >= bufferedCharacters) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    this.#waiting = '';
  }
}
