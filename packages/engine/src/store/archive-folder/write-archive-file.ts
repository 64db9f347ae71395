import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { faultPoint } from '../fault-point.js';

/**
 * Puts a file into the archive's folder, readable by its owner alone: written beside, on disk, given to `verify` as it can be read from there,
 * and only then under its name, which is on disk too when this returns. One of that name is replaced.
 */
export async function writeArchiveFile(
  folder: string,
  path: string,
  bytes: Buffer,
  verify: (read: Buffer) => Promise<void>,
): Promise<{ readonly sizeBytes: number; readonly sha256: string }> {
  const target = join(folder, path);
  const part = `${target}.part`;
  await makeFolders(folder, dirname(path));
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  faultPoint('archive.part');
  const read = await readFile(part);
  await verify(read);
  await rename(part, target);
  await syncFolder(dirname(target));
  return { sizeBytes: read.length, sha256: createHash('sha256').update(read).digest('hex') };
}

/** Makes the folders of `path` below `folder`, each on disk within the one above. */
async function makeFolders(folder: string, path: string): Promise<void> {
  let made = folder;
  for (const name of path.split('/')) {
    const above = made;
    made = join(made, name);
    if ((await mkdir(made, { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(above);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
