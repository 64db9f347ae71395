import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileEncoding } from '@throughline/core/collect/mapping/file-encoding';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { sampleEngineFile } from '../../connectors/read-engine-file.js';
import { sampleSqlite } from '../../connectors/sqlite/read-sqlite.js';
import { sampleXlsx } from '../../connectors/xlsx/read-xlsx.js';
import { readingForm } from '../read/reading-form.js';
import { byteEncoding } from '../read/text-decoder.js';
import { makeReadable } from '../run/make-readable.js';
import { readableFile, stagedFile } from '../staged-files.js';
import { detectEncoding } from './detect-encoding.js';
import { detectFormat } from './detect-format.js';
import { sampleCsv } from './sample-csv.js';
import { sampleJsonLines } from './sample-json-lines.js';
import type { FileForm, FormChoice, SampledFile } from './sampled-file.js';
import { type FileScan, scanFile } from './scan-file.js';

const noForm: FileForm = {
  encoding: 'utf-8',
  isEncodingSure: true,
  encodingExamples: [],
  delimiter: null,
  quote: null,
  hasHeader: true,
  skip: 0,
  sheet: null,
  sheets: [],
};

/**
 * Looks at the file of a staging folder: how it is written, and samples from all over it. What must be rewritten to be read by bytes is, beside it.
 * Errors: `import.file-unreadable`, `import.file-empty`, `import.too-many-columns`, `import.sheet-missing`, `import.file-inflates`.
 */
export async function sampleFile(
  folder: string,
  name: string,
  choice: FormChoice,
  signal: AbortSignal,
): Promise<SampledFile> {
  const path = stagedFile(folder);
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    if (bytesRead === 0) throw new ThroughlineError('import.file-empty', 'the file is empty');
    switch (detectFormat(buffer.subarray(0, bytesRead))) {
      case 'xlsx': {
        const { sheets, sheet, hasHeader, ...rows } = await sampleXlsx(path, choice, signal);
        return {
          form: { ...noForm, hasHeader, sheet, sheets },
          sample: { name, format: 'xlsx', ...rows, form: { sheet, ...(hasHeader ? {} : { hasNoHeader: true }) } },
          unreadable: 0,
        };
      }
      case 'parquet':
        return await sampleByEngine(folder, name, 'parquet', signal);
      case 'avro':
        return await sampleByEngine(folder, name, 'avro', signal);
      case 'sqlite':
        return await inFolder(folder, async (part) => {
          const { table, tables, rows: estimate } = await sampleSqlite(path, part, choice.sheet, signal);
          const { unreadable, ...rows } = await linesOf(part);
          const rowCount = { estimate, isExact: true };
          const form = { sheet: table };
          return {
            form: { ...noForm, ...form, sheets: tables },
            sample: { name, format: 'sqlite', ...rows, rowCount, form },
            unreadable,
          };
        });
      case 'json':
        return await sampleText(folder, name, file, choice, 'jsonl', signal);
      case 'text':
        return await sampleText(folder, name, file, choice, 'csv', signal);
    }
  } finally {
    await file.close();
  }
}

const engineFormats = { parquet: 'Parquet', avro: 'Avro' } as const;

function sampleByEngine(
  folder: string,
  name: string,
  format: keyof typeof engineFormats,
  signal: AbortSignal,
): Promise<SampledFile> {
  return inFolder(folder, async (part) => {
    const found = await sampleEngineFile(engineFormats[format], stagedFile(folder), part, signal);
    const { unreadable, ...rows } = await linesOf(part);
    return { form: noForm, sample: { name, format, ...rows, rowCount: found }, unreadable };
  });
}

function linesOf(path: string): ReturnType<typeof sampleJsonLines> {
  return withFile(path, async (lines) => sampleJsonLines(lines, await scanFile(lines), 'utf-8'));
}

async function sampleText(
  folder: string,
  name: string,
  file: FileHandle,
  choice: FormChoice,
  format: 'csv' | 'jsonl',
  signal: AbortSignal,
): Promise<SampledFile> {
  const scan = await scanFile(file);
  const found = detectEncoding(scan.beginning, scan.beyondAscii);
  const encoding = choice.encoding ?? found.encoding;
  const isSame = encoding === found.encoding;
  const said = {
    encoding,
    isEncodingSure: !isSame || found.isSure,
    encodingExamples: isSame ? found.examples : detectedAs(scan, encoding),
  };
  const { rewrite } = readingForm({ format, encoding }, stagedFile(folder));
  if (rewrite === 'none') return sampleReadable(name, file, scan, choice, format, said);
  await makeReadable(folder, { format, encoding }, rewrite, signal);
  return withFile(readableFile(folder), async (readable) =>
    sampleReadable(name, readable, await scanFile(readable), choice, format, said, 'utf-8'),
  );
}

async function sampleReadable(
  name: string,
  file: FileHandle,
  scan: FileScan,
  choice: FormChoice,
  format: 'csv' | 'jsonl',
  said: Pick<FileForm, 'encoding' | 'isEncodingSure' | 'encodingExamples'>,
  readAs = byteEncoding(said.encoding) ?? 'utf-8',
): Promise<SampledFile> {
  const { encoding } = said;
  if (format === 'jsonl') {
    const { unreadable, ...rows } = await sampleJsonLines(file, scan, readAs);
    return { form: { ...noForm, ...said }, sample: { name, format, ...rows, form: { encoding } }, unreadable };
  }
  const { delimiter, quote, hasHeader, skip, unreadable, ...rows } = await sampleCsv(file, scan, readAs, choice);
  const written = { delimiter, quote, encoding, ...(hasHeader ? {} : { hasNoHeader: true }) };
  return {
    form: { ...noForm, ...said, delimiter, quote, hasHeader, skip },
    sample: { name, format, ...rows, form: written },
    unreadable,
  };
}

function detectedAs(scan: FileScan, encoding: FileEncoding): readonly string[] {
  const decoder = new TextDecoder(encoding);
  const text = (scan.beyondAscii.length === 0 ? [scan.beginning] : scan.beyondAscii)
    .slice(0, 4)
    .map((piece) => decoder.decode(piece))
    .join(' ');
  return [...new Set(text.match(/[\p{L}\ufffd]*[^\s\p{ASCII}][\p{L}\ufffd]*/gu))].slice(0, 5);
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function inFolder<T>(folder: string, work: (path: string) => Promise<T>): Promise<T> {
  const own = await mkdtemp(join(folder, 'sample-'));
  try {
    return await work(join(own, 'lines'));
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
