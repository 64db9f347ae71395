import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isPlainObject } from '@throughline/core/collect/plain-object';

const stepBytes = 64 * 1024;

/** What a column holds in the last of a file's JSON lines; null if there is none. Read from the end, however long the file is. */
export function lastOf(path: string, column: string): string | null {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    let end = Buffer.alloc(0);
    for (let at = size; at > 0 && end.lastIndexOf(10, -2) < 0; ) {
      const from = Math.max(0, at - stepBytes);
      const step = Buffer.alloc(at - from);
      readSync(file, step, 0, step.length, from);
      end = Buffer.concat([step, end]);
      at = from;
    }
    if (end.length === 0) return null;
    const row: unknown = JSON.parse(end.subarray(end.lastIndexOf(10, -2) + 1).toString());
    const value = isPlainObject(row) ? (row[column] ?? null) : null;
    return value === null ? null : String(value);
  } finally {
    closeSync(file);
  }
}
