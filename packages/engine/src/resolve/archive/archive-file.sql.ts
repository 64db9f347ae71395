import type { ClientBase } from 'pg';
import type { KnownFile } from '../../store/archive-folder/read-archive-file.js';

/** A file of the archive, as PostgreSQL knows it. */
export interface ArchiveFile extends KnownFile {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** From 1 within the day. */
  readonly part: number;
  readonly lo: number;
  readonly hi: number;
  readonly rows: number;
}

const columns = `to_char(f.day, 'YYYY-MM-DD') as day, f.part, f.file, f.lo::float8 as lo, f.hi::float8 as hi, f.rows, f.bytes::float8 as "sizeBytes", f.sha256`;

/** Files with rows from offset `lo` to `hi`, in the log's order; at most `limit`. */
export async function filesBetween(
  client: ClientBase,
  workspace: number,
  lo: number,
  hi: number,
  limit: number,
): Promise<readonly ArchiveFile[]> {
  const read = await client.query<ArchiveFile>({
    name: 'archive-files-between',
    text: `select ${columns} from archive_file f where f.workspace = $1 and f.hi >= $2 and f.lo <= $3 order by f.hi limit $4`,
    values: [workspace, lo, hi, limit],
  });
  return read.rows;
}

/** All files of the archive that the session may see of a workspace, in the log's order. */
export async function archiveFiles(client: ClientBase, workspace: number): Promise<readonly ArchiveFile[]> {
  const read = await client.query<ArchiveFile>(
    `select ${columns} from archive_file f where f.workspace = $1 order by f.hi`,
    [workspace],
  );
  return read.rows;
}

/** Number of the next part of a day. */
export async function nextPart(client: ClientBase, workspace: number, day: string): Promise<number> {
  const read = await client.query<{ part: number }>(
    'select coalesce(max(part), 0) + 1 as part from archive_file where workspace = $1 and day = $2',
    [workspace, day],
  );
  return read.rows[0]?.part ?? 1;
}

export async function insertArchiveFile(
  client: ClientBase,
  workspace: number,
  file: ArchiveFile,
  createdAt: Date,
): Promise<void> {
  await client.query(
    `insert into archive_file (workspace, day, part, file, lo, hi, rows, bytes, sha256, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspace, file.day, file.part, file.file, file.lo, file.hi, file.rows, file.sizeBytes, file.sha256, createdAt],
  );
}

/** Which of these paths belong to a file of the archive. */
export async function knownPaths(
  client: ClientBase,
  workspace: number,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const read = await client.query<{ file: string }>(
    'select file from archive_file where workspace = $1 and file = any($2::text[])',
    [workspace, paths],
  );
  return new Set(read.rows.map(({ file }) => file));
}

/** Imports that were taken back, with the offset up to which nothing of them counts. */
export async function takenBack(client: ClientBase, workspace: number): Promise<ReadonlyMap<number, number>> {
  const read = await client.query<{ import: number; offset: number }>({
    name: 'archive-taken-back',
    text: 'select import, "offset"::float8 as "offset" from undone_import where workspace = $1',
    values: [workspace],
  });
  return new Map(read.rows.map((row) => [row.import, row.offset]));
}
