import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { readEngineFile } from '../../connectors/read-engine-file.js';
import { readSqlite } from '../../connectors/sqlite/read-sqlite.js';
import { rewriteXlsx } from '../../connectors/xlsx/read-xlsx.js';
import { listItems } from '../read/list-items.js';
import type { ReadingForm } from '../read/reading-form.js';
import { readableFile, stagedFile } from '../staged-files.js';

/**
 * Rewrites a file of another format or encoding as JSON lines or UTF-8 beside it; once it is there it is whole. Bytes that are no text in an
 * encoding of several bytes become U+FFFD.
 */
export async function makeReadable(
  folder: string,
  form: Mapping['file'],
  rewrite: Exclude<ReadingForm['rewrite'], 'none'>,
  signal: AbortSignal,
): Promise<void> {
  const target = readableFile(folder);
  const isThere = await access(target).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const next = `${target}.next`;
  const from = stagedFile(folder);
  switch (rewrite) {
    case 'parquet':
      await readEngineFile('Parquet', from, next, signal);
      break;
    case 'avro':
      await readEngineFile('Avro', from, next, signal);
      break;
    case 'sqlite':
      await readSqlite(from, next, form.sheet, signal);
      break;
    case 'xlsx': {
      const header = form.header === true ? undefined : form.header;
      await rewriteXlsx(from, next, { sheet: form.sheet, header }, signal);
      break;
    }
    case 'json-list':
      await pipeline(listItems(utf8(from, form.encoding)), createWriteStream(next, { mode: 0o600 }), { signal });
      break;
    case 'decode':
      await pipeline(utf8(from, form.encoding), createWriteStream(next, { mode: 0o600 }), { signal });
  }
  await rename(next, target);
}

async function* utf8(path: string, encoding = 'utf-8'): AsyncGenerator<Buffer, void, undefined> {
  const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (encoding === 'utf-8') {
    yield* bytes as AsyncIterable<Buffer>;
    return;
  }
  const decoded = Readable.toWeb(bytes).pipeThrough(new TextDecoderStream(encoding));
  for await (const text of Readable.fromWeb(decoded) as AsyncIterable<string>) yield Buffer.from(text);
}
