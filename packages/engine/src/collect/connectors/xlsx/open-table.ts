import { join } from 'node:path';
import { uniqueColumns } from '@throughline/core/collect/mapping/unique-columns';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { firstRow, headerRow } from '../../import/recognise/header-row.js';
import { type Archive, openArchive } from './archive.js';
import { dateStyles } from './date-styles.js';
import { SharedStrings } from './shared-strings.js';
import { type SheetCell, type SheetPiece, type SheetRow, sheetRows } from './sheet-rows.js';
import { chosenSheet, readWorkbook } from './workbook.js';

export interface TableOrder {
  readonly path: string;
  /** An empty folder of our own. */
  readonly folder: string;
  readonly sheet?: string | undefined;
  /** Names of the columns of a table that has no header. */
  readonly header?: readonly string[] | undefined;
  /** False: the table has no header, whatever its first row looks like. */
  readonly hasHeader?: boolean | undefined;
}

/** The table on a sheet: what stands above its header is left out. */
export interface Table {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  /** Of the sheet, inflated: with the bytes of a piece it says how far the reading is. */
  readonly totalBytes: number;
  readonly pieces: AsyncGenerator<SheetPiece, void, undefined>;
  close(): void;
}

const lookedAt = 20;

/** Opens the table on a sheet of an Excel file. Errors: `import.file-unreadable`, `import.file-empty`, `import.sheet-missing`, … */
export async function openTable(order: TableOrder): Promise<Table> {
  const archive = await openArchive(order.path);
  let strings: SharedStrings | undefined;
  try {
    const workbook = await readWorkbook(archive);
    const sheet = chosenSheet(workbook, order.sheet);
    strings = await SharedStrings.read(archive, join(order.folder, 'strings'));
    const parts = { part: sheet.part, strings, styles: await dateStyles(archive), is1904: workbook.is1904 };
    const begun = await beginning(sheetRows(archive, parts));
    const first = begun.rows.slice(0, lookedAt).map(({ cells }) => cells);
    if (first.length === 0) throw new ThroughlineError('import.file-empty', `the sheet "${sheet.name}" has no cells`);
    const header = order.header !== undefined || order.hasHeader === false ? -1 : headerRow(first);
    const start = header < 0 ? firstRow(first) : header + 1;
    const names = header < 0 ? (order.header ?? []) : textsOf(first[header] ?? []);
    const width = order.header?.length ?? Math.max(names.length, ...first.slice(start).map((cells) => cells.length));
    return {
      sheets: workbook.sheets.map(({ name }) => name),
      sheet: sheet.name,
      columns: uniqueColumns(Array.from({ length: width }, (_, at) => names[at] ?? '')),
      hasHeader: header >= 0,
      totalBytes: sheet.inflatedBytes,
      pieces: from(begun, start),
      close: () => closeBoth(strings, archive),
    };
  } catch (error) {
    closeBoth(strings, archive);
    throw error;
  }
}

interface Beginning extends SheetPiece {
  readonly rest: AsyncGenerator<SheetPiece, void, undefined>;
}

async function beginning(pieces: AsyncGenerator<SheetPiece, void, undefined>): Promise<Beginning> {
  const rows: SheetRow[] = [];
  let bytes = 0;
  while (rows.length < lookedAt) {
    const next = await pieces.next();
    if (next.done === true) break;
    rows.push(...next.value.rows);
    bytes = next.value.bytes;
  }
  return { rows, bytes, rest: pieces };
}

async function* from({ rows, bytes, rest }: Beginning, start: number): AsyncGenerator<SheetPiece, void, undefined> {
  yield { rows: rows.slice(start), bytes };
  yield* rest;
}

function textsOf(cells: readonly (SheetCell | undefined)[]): readonly string[] {
  return Array.from(cells, (cell) => (typeof cell === 'object' ? cell.iso : String(cell ?? '')));
}

function closeBoth(strings: SharedStrings | undefined, archive: Archive): void {
  strings?.close();
  archive.close();
}
