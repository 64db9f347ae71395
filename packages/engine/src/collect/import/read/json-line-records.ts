import { isPlainObject } from '@throughline/core/collect/plain-object';
import type { ByteText } from './byte-text.js';
import { exactJson } from './exact-json.js';
import { type FilePosition, type FileRecord, longestRecordBytes, type UnreadableReason } from './file-record.js';
import type { DecodeBytes } from './text-decoder.js';

/** The objects of a file of JSON lines from a position on, blank lines left out. */
export function* jsonLineRecords(
  read: ByteText,
  decode: DecodeBytes,
  from: FilePosition,
): Generator<FileRecord<Readonly<Record<string, unknown>>>, void, undefined> {
  let text = read();
  let isEnd = text === '';
  let base = from.byte;
  let { line } = from;
  let at = 0;
  for (;;) {
    const newLine = text.indexOf('\n', at);
    const isTooLong = newLine < 0 && text.length - at > longestRecordBytes;
    if (newLine < 0 && !isEnd && !isTooLong) {
      const piece = read();
      isEnd = piece === '';
      base += at;
      text = text.slice(at) + piece;
      at = 0;
      continue;
    }
    if (at >= text.length) return;
    const end = newLine < 0 ? text.length : newLine + 1;
    const position = { byte: base + at, line };
    const raw = text.slice(at, end);
    at = end;
    if (newLine >= 0 || isEnd) line += 1;
    if (raw.trim() === '') continue;
    const next = { byte: base + at, line };
    const found = isTooLong || raw.length > longestRecordBytes ? 'too-long' : objectIn(raw, decode);
    yield typeof found === 'string'
      ? { type: 'unreadable', reason: found, at: position, next }
      : { type: 'read', cells: found, at: position, next };
  }
}

function objectIn(raw: string, decode: DecodeBytes): Readonly<Record<string, unknown>> | UnreadableReason {
  const text = decode(raw);
  if (text === undefined) return 'not-text';
  try {
    const value = exactJson(text);
    return isPlainObject(value) ? value : 'not-an-object';
  } catch {
    return 'not-json';
  }
}
