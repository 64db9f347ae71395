import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { backupFormat, formatMember } from './backup-manifest.js';
import { backupSeal } from './backup-seal.js';
import { tarHeader, tarPadding } from './tar-block.js';

export interface BackupWriter {
  add(name: string, content: Buffer): Promise<void>;
}

/**
 * Writes a backup, readable by its owner alone. It appears under its name when it is whole and on disk; what was written of a failed one
 * is removed. Never overwrites. Returns its size.
 */
export async function writeBackupFile(path: string, fill: (writer: BackupWriter) => Promise<void>): Promise<number> {
  if (await exists(path))
    throw new ThroughlineError(
      'backup.file-exists',
      `there is a file ${path} already: choose another name, or move it`,
    );
  const part = `${path}.${process.pid}.part`;
  let file: FileHandle | undefined;
  try {
    file = await open(part, 'wx', 0o600);
    const sizeBytes = await write(file, fill);
    await file.sync();
    await file.close();
    file = undefined;
    await rename(part, path);
    await syncFolder(dirname(path));
    return sizeBytes;
  } catch (cause) {
    await file?.close().catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
    throw asWriteError(path, cause);
  }
}

async function write(file: FileHandle, fill: (writer: BackupWriter) => Promise<void>): Promise<number> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const put = async (bytes: Buffer): Promise<void> => {
    for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
    sizeBytes += bytes.length;
  };
  const writer: BackupWriter = {
    async add(name, content) {
      for (const bytes of [tarHeader(name, content.length), content, tarPadding(content.length)]) {
        hash.update(bytes);
        await put(bytes);
      }
    },
  };
  await writer.add(formatMember, Buffer.from(`${backupFormat}\n`));
  await fill(writer);
  await put(backupSeal(hash.digest('hex')));
  return sizeBytes;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

function asWriteError(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('syscall' in cause) || !('code' in cause) || !('errno' in cause)) return cause;
  if (cause.syscall !== 'open' && cause.syscall !== 'write' && cause.syscall !== 'fsync' && cause.syscall !== 'rename')
    return cause;
  const why =
    cause.code === 'ENOSPC' || cause.code === 'EDQUOT'
      ? 'there is no room left'
      : cause.code === 'ENOENT'
        ? 'there is no such folder'
        : cause.code === 'EACCES' || cause.code === 'EPERM' || cause.code === 'EROFS'
          ? 'this user may not write there'
          : String(cause.code);
  return new ThroughlineError(
    'backup.not-written',
    `the backup ${path} could not be written (${why}): choose another place`,
    {
      cause,
    },
  );
}
