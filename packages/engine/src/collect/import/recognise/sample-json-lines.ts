import type { FileHandle } from 'node:fs/promises';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import type { SampleCell, SampleRow } from '@throughline/core/collect/proposal/file-sample';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { jsonLineRecords } from '../read/json-line-records.js';
import { type ByteEncoding, decoderOf } from '../read/text-decoder.js';
import { type SampleWindow, sampleWindows } from './sample-windows.js';
import type { SampledRows } from './sampled-file.js';
import type { FileScan } from './scan-file.js';
import { spreadRows } from './spread-rows.js';

const mostColumns = 10_000;
/** Objects in objects become columns of their own (`customer.email`) down to here. */
const deepest = 3;

type Flat = ReadonlyMap<string, SampleCell>;

/** Samples a file of JSON lines all over. Errors: `import.file-empty`, `import.file-unreadable`, `import.too-many-columns`. */
export async function sampleJsonLines(
  file: FileHandle,
  scan: FileScan,
  encoding: ByteEncoding,
): Promise<SampledRows & { readonly unreadable: number }> {
  const mark = scan.beginning.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  const windows = await sampleWindows(file, scan, mark);
  const runs: { readonly line: number; readonly cells: Flat }[][] = [];
  const columns = new Map<string, number>();
  let unreadable = 0;
  let bytes = 0;
  for (const [at, window] of windows.entries()) {
    const run: { readonly line: number; readonly cells: Flat }[] = [];
    for (const record of recordsOf(window, at > 0, encoding)) {
      bytes += record.next.byte - record.at.byte;
      if (record.type === 'unreadable') {
        unreadable += 1;
        continue;
      }
      const cells = flat(record.cells);
      for (const name of cells.keys()) if (!columns.has(name)) columns.set(name, columns.size);
      run.push({ line: record.at.line, cells });
    }
    runs.push(run);
  }
  const records = runs.reduce((sum, run) => sum + run.length, 0);
  if (records === 0) throw nothing(unreadable);
  if (columns.size > mostColumns) throw tooManyColumns(columns.size);
  const names = [...columns.keys()];
  const isWhole = windows.length === 1;
  const estimate = isWhole ? records : Math.round((records * scan.fileBytes) / Math.max(1, bytes));
  const rows = runs.map((run) =>
    run.map(({ line, cells }): SampleRow => ({ line, cells: names.map((name) => cells.get(name) ?? null) })),
  );
  return { columns: names, ...spreadRows(rows), rowCount: { estimate, isExact: isWhole }, unreadable };
}

function recordsOf(window: SampleWindow, isWithin: boolean, encoding: ByteEncoding) {
  const start = isWithin ? window.text.indexOf('\n') + 1 : 0;
  const end = window.isEnd ? window.text.length : window.text.lastIndexOf('\n') + 1;
  let text = window.text.slice(start, end);
  const once = () => {
    const all = text;
    text = '';
    return all;
  };
  const from = { byte: window.byte + start, line: window.line + (isWithin ? 1 : 0) };
  return jsonLineRecords(once, decoderOf(encoding), from);
}

function flat(object: Readonly<Record<string, unknown>>): Flat {
  const cells = new Map<string, SampleCell>();
  const add = (name: string, value: unknown, depth: number) => {
    if (isPlainObject(value) && depth < deepest && Object.keys(value).length > 0) {
      for (const [inner, one] of Object.entries(value)) add(`${name}.${inner}`, one, depth + 1);
    } else cells.set(name, cellOf(value));
  };
  for (const [name, value] of Object.entries(object)) add(name, value, 1);
  return cells;
}

function cellOf(value: unknown): SampleCell {
  switch (typeof value) {
    case 'string':
      return value === '' ? null : value;
    case 'number':
    case 'boolean':
      return value;
    default:
      return value === null || value === undefined ? null : { type: 'nested', json: JSON.stringify(value) };
  }
}

function nothing(unreadable: number): ThroughlineError {
  return unreadable === 0
    ? new ThroughlineError('import.file-empty', 'there are no lines in the file')
    : new ThroughlineError('import.file-unreadable', 'the file is no JSON: none of its lines is a JSON object');
}

const tooManyColumns = (columns: number) =>
  new ThroughlineError(
    'import.too-many-columns',
    `the objects of the file have ${columns.toLocaleString('en')} different fields, more than 10,000; give ids as values, not as names of fields`,
  );
