import { closeSync, openSync, readSync } from 'node:fs';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { type ByteEncoding, byteEncoding } from './text-decoder.js';

/** How a file is read, once it was rewritten if need be. */
export interface ReadingForm {
  readonly format: 'csv' | 'jsonl';
  readonly encoding: ByteEncoding;
  /** What must be done to the file first. */
  readonly rewrite: 'none' | 'parquet' | 'avro' | 'sqlite' | 'xlsx' | 'decode' | 'json-list';
}

/** `path`: the file as it was handed in. */
export function readingForm({ format, encoding = 'utf-8' }: Mapping['file'], path: string): ReadingForm {
  if (format !== 'csv' && format !== 'jsonl') return { format: 'jsonl', encoding: 'utf-8', rewrite: format };
  const readable = byteEncoding(encoding);
  if (format === 'jsonl' && isListDocument(path, encoding)) {
    return { format, encoding: 'utf-8', rewrite: 'json-list' };
  }
  return readable === undefined
    ? { format, encoding: 'utf-8', rewrite: 'decode' }
    : { format, encoding: readable, rewrite: 'none' };
}

const lookedAtBytes = 64 * 1024;

/**
 * True if a JSON file is one document, not one on each line: it begins with a bracket, its first line is no whole object, or its only line holds a
 * list of objects.
 */
function isListDocument(path: string, encoding: string): boolean {
  const buffer = Buffer.alloc(lookedAtBytes);
  const file = openSync(path, 'r');
  let length: number;
  try {
    length = readSync(file, buffer, 0, lookedAtBytes, 0);
  } finally {
    closeSync(file);
  }
  const text = new TextDecoder(encoding).decode(buffer.subarray(0, length), { stream: true }).trim();
  if (text.startsWith('[')) return true;
  const end = text.indexOf('\n');
  if (!text.startsWith('{')) return false;
  return end < 0 ? /"\s*:\s*\[\s*\{/.test(text) : /^\{\s*$|^\{[^{}]*[,[]\s*$/.test(text.slice(0, end));
}
