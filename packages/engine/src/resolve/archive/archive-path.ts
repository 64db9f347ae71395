import type { ArchiveFile } from './archive-file.sql.js';

/**
 * Where a file lies below the archive's folder. The fence of whoever writes it is part of the name, so that one who was overtaken never
 * touches a file of the next.
 */
export function archivePath(
  workspace: number,
  { day, part }: Pick<ArchiveFile, 'day' | 'part'>,
  fence: number,
): string {
  return `${workspace}/${day.slice(0, 7)}/${day}-${String(part).padStart(4, '0')}-${fence}.parquet`;
}

/** The fence in a path that `archivePath` made, `.part` behind it or not; undefined for anything else. */
export function fenceOfPath(path: string): number | undefined {
  const fence = /^\d+\/\d{4}-\d{2}\/\d{4}-\d{2}-\d{2}-\d{4,}-(\d+)\.parquet(?:\.part)?$/.exec(path)?.[1];
  return fence === undefined ? undefined : Number(fence);
}
