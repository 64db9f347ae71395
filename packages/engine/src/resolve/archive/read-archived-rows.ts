import type { ClickHouseClient } from '@clickhouse/client';
import type { ClientBase } from 'pg';
import { readArchiveFile } from '../../store/archive-folder/read-archive-file.js';
import { type ArchiveFile, filesBetween, takenBack } from './archive-file.sql.js';
import { rowOfLine } from './archive-line.js';
import type { ArchivedRow } from './archived-row.js';
import type { RecentFile } from './recent-file.js';
import { insertParquet, selectLines, withScratchTable } from './scratch-table.sql.js';

/** Where archived log rows are read. */
export interface Archive {
  /** Knows which file holds what; needs the worker role. */
  readonly client: ClientBase;
  /** Reads Parquet. */
  readonly engine: ClickHouseClient;
  /** The folder `archive` of the data folder. */
  readonly folder: string;
  /** Given by who reads few rows at a time, one after the other. */
  readonly recent?: RecentFile;
}

/**
 * The archived log rows from one offset to another, both included, in the log's order, slice by slice, in memory of one file. Rows of imports
 * that were taken back are left out. What still stands in the log is not here: read the log first, then this, and nothing is missed while
 * days move over. Errors: `archive.file-missing`, `archive.file-damaged`.
 */
export async function* readArchivedRows(
  archive: Archive,
  workspace: number,
  fromOffset: number,
  toOffset: number,
): AsyncGenerator<readonly ArchivedRow[]> {
  const gone = await takenBack(archive.client, workspace);
  for (let from = fromOffset; from <= toOffset; ) {
    const [file] = await filesBetween(archive.client, workspace, from, toOffset, 1);
    if (file === undefined) return;
    for (const slice of await slicesOf(archive, file, from, toOffset)) {
      const rows = slice.filter((row) => row.offset > (gone.get(row.import) ?? 0));
      if (rows.length > 0) yield rows;
    }
    from = file.hi + 1;
  }
}

/** The archived log rows at exactly these offsets, otherwise as `readArchivedRows`. */
export async function* readArchivedRowsAt(
  archive: Archive,
  workspace: number,
  offsets: readonly number[],
): AsyncGenerator<readonly ArchivedRow[]> {
  const wanted = new Set(offsets);
  const sorted = [...wanted].sort((a, b) => a - b);
  const last = sorted.at(-1) ?? 0;
  const gone = await takenBack(archive.client, workspace);
  for (let next = sorted[0]; next !== undefined; ) {
    // one by one, so that a transaction around this is never idle for longer than one file takes
    const [file] = await filesBetween(archive.client, workspace, next, last, 1);
    if (file === undefined) return;
    const inFile = sorted.filter((offset) => offset >= file.lo && offset <= file.hi);
    const [from, to] = [inFile[0], inFile.at(-1)];
    if (from !== undefined && to !== undefined)
      for (const slice of await slicesOf(archive, file, from, to)) {
        const rows = slice.filter((row) => wanted.has(row.offset) && row.offset > (gone.get(row.import) ?? 0));
        if (rows.length > 0) yield rows;
      }
    next = sorted.find((offset) => offset > file.hi);
  }
}

/** All slices of one file: it is at hand only as long as its table, and whoever reads may take long over each. */
async function slicesOf(
  { engine, folder, recent }: Archive,
  file: ArchiveFile,
  from: number,
  to: number,
): Promise<readonly (readonly ArchivedRow[])[]> {
  const read = async (lo: number, hi: number): Promise<readonly (readonly ArchivedRow[])[]> => {
    const bytes = await readArchiveFile(folder, file);
    return withScratchTable(engine, async (table) => {
      await insertParquet(engine, table, bytes);
      const slices: (readonly ArchivedRow[])[] = [];
      for await (const lines of selectLines(engine, table, lo, hi)) slices.push(lines.map(rowOfLine));
      return slices;
    });
  };
  if (recent === undefined) return read(from, to);
  const rows = await recent.rowsOf(file.file, async () => (await read(file.lo, file.hi)).flat());
  return [rows.filter((row) => row.offset >= from && row.offset <= to)];
}
