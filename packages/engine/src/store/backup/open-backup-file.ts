import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import {
  type BackupManifest,
  backupFormat,
  backupManifestSchema,
  formatMember,
  manifestMember,
} from './backup-manifest.js';
import { backupSeal, sealBytes } from './backup-seal.js';
import { blockBytes, readTarHeader } from './tar-block.js';

export interface BackupFile {
  readonly manifest: BackupManifest;
  /** The content of a member; undefined if there is none of this name. */
  read(name: string): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

interface Place {
  readonly at: number;
  readonly sizeBytes: number;
}

/** Opens a backup and reads all of it once: it is refused unless every byte is as it was written. */
export async function openBackupFile(path: string): Promise<BackupFile> {
  const file = await open(path, 'r').catch((cause: NodeJS.ErrnoException) => {
    throw new ThroughlineError(
      'backup.unreadable',
      `the backup ${path} cannot be read (${cause.code ?? cause.message}): check its name and your right to read it`,
      { cause },
    );
  });
  try {
    const places = await readWhole(path, file);
    const read = async (name: string): Promise<Buffer | undefined> => {
      const place = places.get(name);
      return place === undefined ? undefined : readAt(path, file, place.at, place.sizeBytes);
    };
    const text = await read(manifestMember);
    const manifest = backupManifestSchema.safeParse(text === undefined ? undefined : JSON.parse(text.toString()));
    if (!manifest.success) throw damaged(path, 'its list of contents is not readable');
    return { manifest: manifest.data, read, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readWhole(path: string, file: FileHandle): Promise<ReadonlyMap<string, Place>> {
  const { size } = await file.stat();
  const end = size - sealBytes;
  const hash = createHash('sha256');
  const places = new Map<string, Place>();
  let at = 0;
  while (at < end) {
    const header = await readAt(path, file, at, blockBytes);
    const member = readTarHeader(header);
    if (at === 0) await checkFormat(path, file, member?.name);
    if (member === undefined) throw damaged(path, `what stands at byte ${at} is no header`);
    hash.update(header);
    const blocksBytes = Math.ceil(member.sizeBytes / blockBytes) * blockBytes;
    if (at + blockBytes + blocksBytes > end) throw damaged(path, 'it ends too early');
    await hashRange(path, file, hash, at + blockBytes, blocksBytes);
    places.set(member.name, { at: at + blockBytes, sizeBytes: member.sizeBytes });
    at += blockBytes + blocksBytes;
  }
  if (at !== end || places.size === 0) throw damaged(path, 'it ends too early');
  const seal = await readAt(path, file, end, sealBytes);
  if (!seal.equals(backupSeal(hash.digest('hex')))) throw damaged(path, 'its bytes do not give its SHA-256');
  return places;
}

async function checkFormat(path: string, file: FileHandle, firstMember: string | undefined): Promise<void> {
  if (firstMember !== formatMember) throw damaged(path, 'it does not begin like one');
  const format = (await readAt(path, file, blockBytes, blockBytes)).toString('latin1').replace(/\0+$/, '');
  if (/^\d+\n$/.test(format) && Number(format) > backupFormat)
    throw new ThroughlineError(
      'backup.newer-version',
      `the backup ${path} was made by a newer version of Throughline: restore it with that version, or a newer one`,
    );
}

const mebibyte = 1024 * 1024;

async function hashRange(path: string, file: FileHandle, hash: Hash, from: number, bytes: number): Promise<void> {
  for (let done = 0; done < bytes; ) {
    const some = await readAt(path, file, from + done, Math.min(mebibyte, bytes - done));
    hash.update(some);
    done += some.length;
  }
}

async function readAt(path: string, file: FileHandle, at: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(bytes);
  for (let done = 0; done < bytes; ) {
    const { bytesRead } = await file.read(buffer, done, bytes - done, at + done);
    if (bytesRead === 0) throw damaged(path, 'it ends too early');
    done += bytesRead;
  }
  return buffer;
}

function damaged(path: string, why: string): ThroughlineError {
  return new ThroughlineError(
    'backup.damaged',
    `${path} is no whole backup of Throughline (${why}): nothing was restored; use another copy`,
  );
}
