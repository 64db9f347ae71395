import { crc32, deflateSync } from 'node:zlib';

/** A black-and-white PNG of one bit a pixel; a module that is true is black. All rows are equally long. */
export function pngOfModules(modules: readonly (readonly boolean[])[], scale: number): Buffer {
  const width = (modules[0]?.length ?? 0) * scale;
  const height = modules.length * scale;
  const lineBytes = Math.ceil(width / 8);
  const lines = modules.flatMap((row) => {
    const line = Buffer.alloc(1 + lineBytes);
    for (let x = 0; x < width; x += 1) {
      const at = 1 + (x >> 3);
      if (row[Math.floor(x / scale)] === false) line[at] = (line[at] ?? 0) | (0x80 >> (x & 7));
    }
    return Array.from({ length: scale }, () => line);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
