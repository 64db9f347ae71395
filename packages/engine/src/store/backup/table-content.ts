import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { copyOut, type StoredTable } from './tables.sql.js';

export interface TableContent {
  readonly rows: number;
  /** Of the COPY text, in the order of the primary key. */
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Reads a table once, in memory of a few megabytes. `onPart` gets its COPY text in parts of whole rows, one after the other, each
 * awaited before a second one more is read.
 */
export async function readTable(
  client: ClientBase,
  table: StoredTable,
  onPart: (text: Buffer) => Promise<void> = async () => undefined,
): Promise<TableContent> {
  const hash = createHash('sha256');
  let bytes = 0;
  let gathered: Buffer[] = [];
  let gatheredBytes = 0;
  let taking = Promise.resolve();
  const pass = async (text: Buffer): Promise<void> => {
    await taking;
    taking = onPart(text);
    // a failure is thrown where it is awaited
    taking.catch(() => undefined);
  };
  const stream = copyOut(client, table);
  for await (const chunk of stream) {
    hash.update(chunk);
    bytes += chunk.length;
    // in COPY text a line feed always ends a row
    const end = gatheredBytes + chunk.length < partBytes ? -1 : chunk.lastIndexOf(0x0a);
    if (end === -1) {
      gathered.push(chunk);
      gatheredBytes += chunk.length;
      continue;
    }
    const rest = chunk.subarray(end + 1);
    await pass(Buffer.concat([...gathered, chunk.subarray(0, end + 1)]));
    gathered = [rest];
    gatheredBytes = rest.length;
  }
  if (gatheredBytes > 0) await pass(Buffer.concat(gathered));
  await taking;
  return { rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
}

const partBytes = 4 * 1024 * 1024;
