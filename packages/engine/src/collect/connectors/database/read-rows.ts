import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { askDatabase } from './ask-database.js';
import type { DatabaseColumn } from './database-column.js';
import type { TableName } from './database-connection.js';
import { databaseError } from './database-failure.js';
import type { ReadFrom, ReadLimits, RowsRead, Target } from './database-job.js';

const lookMs = 20_000;
const keptFreeBytes = 512 * 1024 * 1024;

interface Place {
  /** The staging folder that what is read goes into. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Where the rows of a read lie, until they are staged. */
export const readLines = (folder: string): string => join(folder, 'lines');

/** The columns of a table, as the database declares them now. Errors: `database.…`. */
export async function askColumns(
  target: Target,
  table: TableName,
  { folder, signal }: Place,
): Promise<readonly DatabaseColumn[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const asking = { folder: join(folder, 'database'), signal, mostMs: lookMs };
  return (await askDatabase({ type: 'columns', target, table }, asking)).columns;
}

/** Reads rows into `readLines`, watching the room on the disk. Errors: `database.…`, `import.no-room`. */
export async function readRows(
  target: Target,
  table: TableName,
  columns: readonly DatabaseColumn[],
  wanted: { readonly newer?: ReadFrom | undefined; readonly limits: ReadLimits & { readonly ms: number } },
  { folder, signal }: Place,
  told: (rows: number, bytes: number) => void = () => undefined,
): Promise<RowsRead> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await needRoom(folder);
  const noRoom = new AbortController();
  let watching = Promise.resolve();
  const progress = (rows: number, bytes: number) => {
    told(rows, bytes);
    watching = watching.then(() => needRoom(folder)).catch(() => noRoom.abort());
  };
  const { ms, ...limits } = wanted.limits;
  const job = { type: 'read', target, table, columns, newer: wanted.newer, limits, to: readLines(folder) } as const;
  const asking = { folder: join(folder, 'database'), signal: AbortSignal.any([signal, noRoom.signal]), mostMs: ms };
  try {
    return await askDatabase(job, { ...asking, progress });
  } catch (error) {
    throw noRoom.signal.aborted ? databaseError('no-room') : error;
  }
}

async function needRoom(folder: string): Promise<void> {
  const disk = await statfs(folder);
  if (disk.bavail * disk.bsize < keptFreeBytes) throw databaseError('no-room');
}
