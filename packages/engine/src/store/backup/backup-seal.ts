import { blockBytes, tarHeader, tarPadding } from './tar-block.js';

/** How many bytes at the end of a backup are its seal. */
export const sealBytes = 2 * blockBytes + 2 * blockBytes;

/**
 * The end of a backup: a member `sha256` with the digest of every byte before it, and the two empty blocks that end a tar archive.
 * It follows from the digest alone, so a change of any byte of the file is noticed, in the seal too.
 */
export function backupSeal(digest: string): Buffer {
  const content = Buffer.from(`${digest}\n`);
  return Buffer.concat([
    tarHeader('sha256', content.length),
    content,
    tarPadding(content.length),
    Buffer.alloc(2 * blockBytes),
  ]);
}
