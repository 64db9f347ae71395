import type { FileHandle } from 'node:fs/promises';
import { uniqueColumns } from '@throughline/core/collect/mapping/unique-columns';
import type { SampleRow } from '@throughline/core/collect/proposal/file-sample';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { type CsvDialect, csvRecord } from '../read/csv-record.js';
import type { FileRecord } from '../read/file-record.js';
import { lineEndOf } from '../read/line-end.js';
import { type ByteEncoding, decoderOf } from '../read/text-decoder.js';
import { detectDialect } from './detect-dialect.js';
import { firstRow, headerRow } from './header-row.js';
import { type SampleWindow, sampleWindows } from './sample-windows.js';
import type { FormChoice, SampledRows } from './sampled-file.js';
import type { FileScan } from './scan-file.js';
import { spreadRows } from './spread-rows.js';

export interface SampledCsv extends SampledRows {
  readonly delimiter: string;
  readonly quote: string;
  readonly hasHeader: boolean;
  readonly skip: number;
  readonly unreadable: number;
}

const mostColumns = 10_000;
const lookedAt = 20;
/** How many line ends are tried as the end of a record, where a window may begin within a quoted cell. */
const mostTries = 40;

type Rec = FileRecord<readonly string[]>;

/** Samples a CSV file all over. Errors: `import.file-empty`, `import.file-unreadable`, `import.too-many-columns`. */
export async function sampleCsv(
  file: FileHandle,
  scan: FileScan,
  encoding: ByteEncoding,
  choice: FormChoice,
): Promise<SampledCsv> {
  const mark = scan.beginning.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  const windows = await sampleWindows(file, scan, mark);
  const [first] = windows;
  if (first === undefined || first.text.trim() === '') {
    throw new ThroughlineError('import.file-empty', 'the file is empty');
  }
  const lineEnd = lineEndOf(first.text);
  const found = detectDialect(first.text.slice(0, 256 * 1024), { lineEnd }, first.isEnd);
  const quote = choice.quote ?? found.quote;
  const dialect = { delimiter: choice.delimiter ?? found.delimiter, quote, lineEnd, decode: decoderOf(encoding) };
  const head = [...take(recordsOf(first, dialect), lookedAt)];
  const cells = head.map((record) => (record.type === 'read' ? record.cells : []));
  const header = choice.hasHeader === false ? -1 : headerRow(cells);
  const isTitled = header >= 0 || choice.hasHeader !== true;
  const names = isTitled ? header : 0;
  const start = names < 0 ? firstRow(cells) : names + 1;
  const width = Math.max(...cells.map((one) => one.length));
  const spelled = names < 0 ? Array.from({ length: width }, () => '') : (cells[names] ?? []);
  if (spelled.length > mostColumns) throw tooManyColumns(spelled.length);
  if (spelled.length === 0) throw noTable();
  const columns = uniqueColumns(spelled);
  const tableAt = head[names < 0 ? start : names]?.at.line ?? 1;
  const runs = windows.map((window, at) =>
    at === 0 ? recordsOf(window, dialect).slice(start) : alignedRecords(window, dialect, columns.length),
  );
  const good = runs.map((records) => records.flatMap((record) => rowOf(record, columns.length)));
  const all = runs.reduce((sum, records) => sum + records.length, 0);
  const read = good.reduce((sum, rows) => sum + rows.length, 0);
  return {
    columns,
    ...spreadRows(good),
    rowCount: rowCount(scan, windows, runs),
    delimiter: dialect.delimiter,
    quote,
    hasHeader: names >= 0,
    skip: tableAt - 1,
    unreadable: all - read,
  };
}

/** The records of a window, but for the one that its end cuts through. */
function recordsOf({ text, byte, line: first, isEnd }: SampleWindow, dialect: CsvDialect): readonly Rec[] {
  const records: Rec[] = [];
  let line = first;
  for (let at = 0; at < text.length; ) {
    const found = csvRecord(text, at, isEnd, dialect);
    if (found === undefined) break;
    const place = { at: { byte: byte + at, line }, next: { byte: byte + found.end, line: line + found.lines } };
    at = found.end;
    line += found.lines;
    if (found.type === 'read') records.push({ type: 'read', cells: found.cells, ...place });
    else if (found.type === 'unreadable') records.push({ type: 'unreadable', reason: found.reason, ...place });
  }
  return records;
}

/** Records from the first line end that is one of the table: behind it lines have as many cells as there are columns. */
function alignedRecords(window: SampleWindow, dialect: CsvDialect, columns: number): readonly Rec[] {
  let best: readonly Rec[] = [];
  let bestShare = -1;
  let at = window.text.indexOf(dialect.lineEnd) + 1;
  for (let tries = 0; tries < mostTries && at > 0; tries += 1) {
    const ahead = [...take(recordsFrom(window, at, dialect), 8)];
    const fits = ahead.map((record) => isWhole(record, window, dialect, columns));
    const share = fits[0] === true ? fits.filter(Boolean).length / fits.length : 0;
    if (share > bestShare) {
      best = recordsFrom(window, at, dialect);
      bestShare = share;
    }
    if (share > 0.8) break;
    at = window.text.indexOf(dialect.lineEnd, at) + 1;
  }
  return best;
}

/** As many cells as there are columns, and every quote that was opened was closed. */
function isWhole(record: Rec, window: SampleWindow, { quote }: CsvDialect, columns: number): boolean {
  if (record.type === 'unreadable' || record.cells.length !== columns) return false;
  const raw = window.text.slice(record.at.byte - window.byte, record.next.byte - window.byte);
  return (raw.split(quote).length - 1) % 2 === 0;
}

function recordsFrom(window: SampleWindow, at: number, dialect: CsvDialect): readonly Rec[] {
  const text = window.text.slice(at);
  const line = window.line + window.text.slice(0, at).split(dialect.lineEnd).length - 1;
  return recordsOf({ ...window, text, byte: window.byte + at, line }, dialect);
}

function rowOf(record: Rec, columns: number): readonly SampleRow[] {
  if (record.type === 'unreadable') return [];
  const { cells, at } = record;
  if (cells.length < columns || cells.slice(columns).some((cell) => cell.trim() !== '')) return [];
  return [{ line: at.line, cells: cells.slice(0, columns).map((cell) => (cell === '' ? null : cell)) }];
}

function rowCount({ fileBytes }: FileScan, windows: readonly SampleWindow[], runs: readonly (readonly Rec[])[]) {
  const records = runs.reduce((sum, run) => sum + run.length, 0);
  if (windows.length === 1) return { estimate: records, isExact: true };
  const bytes = runs.reduce((sum, run) => sum + (run.at(-1)?.next.byte ?? 0) - (run[0]?.at.byte ?? 0), 0);
  return { estimate: Math.round((records * fileBytes) / Math.max(1, bytes)), isExact: false };
}

function* take<T>(items: Iterable<T>, most: number): Generator<T, void, undefined> {
  let count = 0;
  for (const item of items) {
    if (count === most) return;
    count += 1;
    yield item;
  }
}

const tooManyColumns = (columns: number) =>
  new ThroughlineError(
    'import.too-many-columns',
    `the file has ${columns.toLocaleString('en')} columns, more than 10,000; a list with a line for each interaction or customer has far fewer`,
  );

const noTable = () =>
  new ThroughlineError('import.file-unreadable', 'there is no table in the file: its first lines cannot be read');
