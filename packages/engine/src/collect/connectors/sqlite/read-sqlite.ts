import { AnsweringThread } from '../../../store/answering-thread.js';
import { compiledEntry } from '../../../store/compiled-entry.js';
import type { SqliteOrder, SqliteRead } from './rewrite-sqlite.js';

const sampledRows = 4_000;

/** Rewrites a table of a SQLite file as JSON lines, in a thread of its own. Errors as `rewriteSqlite`. */
export async function readSqlite(from: string, to: string, table: string | undefined, signal: AbortSignal) {
  await inThread({ path: from, to, table, most: 0 }, signal);
}

/** Writes some of a table's rows as JSON lines, from all over it; which tables the file has. Errors as `rewriteSqlite`. */
export function sampleSqlite(
  from: string,
  to: string,
  table: string | undefined,
  signal: AbortSignal,
): Promise<SqliteRead> {
  return inThread({ path: from, to, table, most: sampledRows }, signal);
}

async function inThread(order: SqliteOrder, signal: AbortSignal): Promise<SqliteRead> {
  signal.throwIfAborted();
  const thread = new AnsweringThread<SqliteOrder, SqliteRead>(
    compiledEntry(import.meta.url, './sqlite-thread.js'),
    'sqlite reader',
  );
  const stop = () => thread.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await thread.ask(order);
  } finally {
    signal.removeEventListener('abort', stop);
    thread.stop();
  }
}
