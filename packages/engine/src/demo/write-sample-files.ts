import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type SampleOptions, sampleCompany } from '@throughline/world/sample-company';
import type { SampleFileProgress } from './sample-state.js';

export interface SampleFilesWanted {
  readonly folder: string;
  readonly options: SampleOptions;
}

const pieceChars = 256 * 1024;

/**
 * Writes what the company's systems export, as far as it can be imported today, below a folder; what is there is written over. The same
 * options give the same bytes. The files in the order in which they are to be loaded: exports first, since they hold the names.
 */
export function writeSampleFiles({ folder, options }: SampleFilesWanted): readonly SampleFileProgress[] {
  const company = sampleCompany(options);
  const open = new Map<string, OpenFile>();
  for (const kind of ['import', 'tracking'] as const) {
    for (const system of company.systems.filter((one) => one.kind === kind)) {
      for (const { name, format } of system.files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true, mode: 0o700 });
        const descriptor = openSync(join(folder, name), 'w', 0o600);
        // A header is no line of its own to whoever counts them.
        const lines = format === 'csv' ? -1 : 0;
        open.set(name, { source: system.source.name, kind, descriptor, lines, waiting: '' });
      }
    }
  }
  try {
    for (const { file, line } of company.everyLine()) {
      const to = open.get(file.name);
      if (to === undefined) continue;
      to.lines += 1;
      to.waiting += `${line}\n`;
      if (to.waiting.length > pieceChars) flush(to);
    }
    for (const to of open.values()) flush(to);
  } finally {
    for (const { descriptor } of open.values()) closeSync(descriptor);
  }
  return [...open].map(([name, { source, kind, lines }]) => ({ source, name, kind, lines, done: 0 }));
}

interface OpenFile {
  readonly source: string;
  readonly kind: 'tracking' | 'import';
  readonly descriptor: number;
  lines: number;
  waiting: string;
}

function flush(file: OpenFile): void {
  const bytes = Buffer.from(file.waiting);
  for (let written = 0; written < bytes.length; ) written += writeSync(file.descriptor, bytes, written);
  file.waiting = '';
}
