export const blockBytes = 512;

/**
 * The header of one member of a tar archive (POSIX ustar): an ordinary file, readable by its owner alone, its time left at zero.
 * The same name and size always give the same bytes.
 */
export function tarHeader(name: string, sizeBytes: number): Buffer {
  const header = Buffer.alloc(blockBytes);
  if (header.write(name, 0, 101) > 100) throw new Error(`the name ${name} is too long for a tar header`);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${sizeBytes.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        0', 148);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** What a header says; undefined if it is none that `tarHeader` made. */
export function readTarHeader(block: Buffer): { readonly name: string; readonly sizeBytes: number } | undefined {
  const name = block.toString('utf8', 0, 100).replace(/\0.*$/s, '');
  const size = block.toString('latin1', 124, 135);
  if (name === '' || !/^[0-7]{11}$/.test(size)) return undefined;
  const sizeBytes = Number.parseInt(size, 8);
  return tarHeader(name, sizeBytes).equals(block) ? { name, sizeBytes } : undefined;
}

/** The zeros that fill a member's last block. */
export function tarPadding(sizeBytes: number): Buffer {
  return Buffer.alloc((blockBytes - (sizeBytes % blockBytes)) % blockBytes);
}
