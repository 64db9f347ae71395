import { fstatSync, readSync } from 'node:fs';
import { bindHeader } from '@throughline/core/collect/mapping/bind-header';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { byteText } from './byte-text.js';
import { cellsOfObject } from './cells-of-object.js';
import type { CsvDialect } from './csv-record.js';
import { csvRecords } from './csv-records.js';
import type { FilePosition, FileRecord } from './file-record.js';
import { jsonLineRecords } from './json-line-records.js';
import { lineEndOf } from './line-end.js';
import { type ByteEncoding, decoderOf } from './text-decoder.js';

export interface FileForm {
  readonly format: 'csv' | 'jsonl';
  readonly encoding: ByteEncoding;
  readonly delimiter?: string | undefined;
  readonly quote?: string | undefined;
  /** Lines above the header. */
  readonly skip?: number | undefined;
  /** Names of the columns, when the file does not begin with them. */
  readonly header?: readonly string[] | undefined;
}

/** A file's records as the cells of the wanted columns, in their order. */
export interface FileRecords {
  /** Names of the columns as the file has them; empty for JSON lines. */
  readonly header: readonly string[];
  readonly records: Iterable<FileRecord<readonly unknown[]>>;
}

/** Reads an open file from its beginning, or from where an earlier reading (whose header is given) stopped. */
export function fileRecords(
  file: number,
  form: FileForm,
  columns: readonly string[],
  from?: { readonly position: FilePosition; readonly header: readonly string[] },
): FileRecords {
  const beginning = from?.position ?? behindLines(file, form.skip ?? 0);
  const decode = decoderOf(form.encoding);
  if (form.format === 'jsonl') {
    const pick = cellsOfObject(columns);
    return { header: [], records: picked(jsonLineRecords(byteText(file, beginning.byte), decode, beginning), pick) };
  }
  const dialect = {
    delimiter: form.delimiter ?? ',',
    quote: form.quote ?? '"',
    lineEnd: lineEndOf(sample(file)),
    decode,
  };
  const records = csvRecords(byteText(file, beginning.byte), asciiOnly(dialect), beginning);
  const header = from?.header ?? form.header ?? headerOf(records);
  const places = bindHeader(columns, header);
  return { header, records: picked(fullRows(records, header.length), (cells) => places.map((place) => cells[place])) };
}

/** Where the line behind that many begins. */
function behindLines(file: number, skip: number): FilePosition {
  const mark = markBytes(file);
  if (skip === 0) return { byte: mark, line: 1 };
  const text = byteText(file, mark)();
  const lineEnd = lineEndOf(text);
  let at = 0;
  for (let line = 0; line < skip; line += 1) {
    const end = text.indexOf(lineEnd, at);
    if (end < 0)
      throw new ThroughlineError('import.file-unreadable', `the file has no table behind its first ${skip} lines`);
    at = end + 1;
  }
  return { byte: mark + at, line: skip + 1 };
}

function markBytes(file: number): number {
  const mark = Buffer.alloc(3);
  return readSync(file, mark, 0, 3, 0) === 3 && mark.equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
}

function sample(file: number): string {
  const buffer = Buffer.allocUnsafe(Math.min(64 * 1024, Math.max(1, fstatSync(file).size)));
  return buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0));
}

function asciiOnly(dialect: CsvDialect): CsvDialect {
  const { delimiter, quote } = dialect;
  if (/^[\t\u0020-\u007e]$/.test(delimiter) && /^[\u0021-\u007e]$/.test(quote) && delimiter !== quote) return dialect;
  throw new ThroughlineError('mapping.invalid', 'file: delimiter and quote must be two different ASCII characters');
}

function headerOf(records: Iterator<FileRecord<readonly string[]>>): readonly string[] {
  const first = records.next();
  if (first.done !== true && first.value.type === 'read') return first.value.cells;
  throw new ThroughlineError(
    'import.file-unreadable',
    'the first line of the file, which should name its columns, cannot be read; check format, encoding and quotes',
  );
}

/** Rows with as many cells as there are columns; empty cells too many are forgiven. */
function* fullRows(
  records: Iterable<FileRecord<readonly string[]>>,
  columns: number,
): Generator<FileRecord<readonly string[]>, void, undefined> {
  for (const record of records) {
    const isFull =
      record.type === 'unreadable' ||
      record.cells.length === columns ||
      (record.cells.length > columns && record.cells.slice(columns).every((cell) => cell.trim() === ''));
    if (isFull) yield record;
    else {
      const { at, next, cells } = record;
      yield { type: 'unreadable', reason: 'cells', values: { cells: cells.length, columns }, at, next };
    }
  }
}

function* picked<T>(
  records: Iterable<FileRecord<T>>,
  pick: (cells: T) => readonly unknown[],
): Generator<FileRecord<readonly unknown[]>, void, undefined> {
  for (const record of records) {
    if (record.type === 'unreadable') yield record;
    else yield { type: 'read', cells: pick(record.cells), at: record.at, next: record.next };
  }
}
