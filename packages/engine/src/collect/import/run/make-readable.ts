import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { readParquet } from '../../connectors/read-parquet.js';
import { readableFile, stagedFile } from '../staged-files.js';

/**
 * Rewrites a Parquet file as JSON lines, or a UTF-16 one as UTF-8, beside it; once it is there it is whole. Halves of surrogate pairs in
 * UTF-16 become U+FFFD.
 */
export async function makeReadable(folder: string, form: Mapping['file'], signal: AbortSignal): Promise<void> {
  const target = readableFile(folder);
  const isThere = await access(target).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const next = `${target}.next`;
  if (form.format === 'parquet') await readParquet(stagedFile(folder), next, signal);
  else {
    const decoded = Readable.toWeb(createReadStream(stagedFile(folder))).pipeThrough(new TextDecoderStream('utf-16le'));
    await pipeline(Readable.fromWeb(decoded), createWriteStream(next, { mode: 0o600 }), { signal });
  }
  await rename(next, target);
}
