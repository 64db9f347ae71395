import { closeSync, copyFileSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import sqlite from 'node-sqlite3-wasm';
import { countOf, firstRowsOf, lastRowId, readableTables, rowsOf, someRowsOf } from './sqlite-table.sql.js';

export interface SqliteOrder {
  readonly path: string;
  /** The largest unless told. */
  readonly table: string | undefined;
  /** Where the JSON lines go. */
  readonly to: string;
  /** About how many rows are wanted, from all over the table; 0: all. */
  readonly most: number;
}

export interface SqliteRead {
  readonly tables: readonly string[];
  readonly table: string;
  readonly rows: number;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Rewrites a table of a SQLite file as JSON lines. A cell keeps the type it has itself, whatever its column declares; whole numbers too large for JSON are
 * text, bytes hexadecimal. Errors: `import.file-unreadable`, `import.file-empty`, `import.sheet-missing`.
 */
export function rewriteSqlite(order: SqliteOrder): SqliteRead {
  const copy = `${order.to}.plain`;
  try {
    const database = new sqlite.Database(withoutLog(order.path, copy), { fileMustExist: true, readOnly: true });
    try {
      return rewritten(database, order);
    } finally {
      database.close();
    }
  } catch (cause) {
    if (!(cause instanceof sqlite.SQLite3Error)) throw cause;
    throw new ThroughlineError(
      'import.file-unreadable',
      'the SQLite file cannot be read: it is damaged or not whole; close the program that writes it, and copy it again',
      { cause },
    );
  } finally {
    rmSync(copy, { force: true });
  }
}

function rewritten(database: sqlite.Database, { table: wanted, to, most }: SqliteOrder): SqliteRead {
  const tables = database.all(readableTables).map((row) => String((row as Row).name));
  if (tables.length === 0) throw new ThroughlineError('import.file-empty', 'the SQLite file has no table');
  const table = wanted ?? largest(database, tables);
  if (!tables.includes(table)) {
    throw new ThroughlineError(
      'import.sheet-missing',
      `the file has no table "${table}"; it has ${tables.slice(0, 20).join(', ')}`,
    );
  }
  const rows = most === 0 ? 0 : Number((database.get(countOf(table)) as Row).rows);
  if (most === 0) write(database, rowsOf(table), to);
  else if (rows <= most) write(database, firstRowsOf(table, most), to);
  else
    orElse(
      () => write(database, someRowsOf(table, (rows / most) * 4), to),
      () => write(database, firstRowsOf(table, most), to),
    );
  return { tables, table, rows };
}

function largest(database: sqlite.Database, tables: readonly string[]): string {
  let found = { table: tables[0] ?? '', rows: -1 };
  for (const table of tables) {
    const rows = orElse(
      () => Number((database.get(lastRowId(table)) as Row).rows),
      () => 0,
    );
    if (rows > found.rows) found = { table, rows };
  }
  return found.table;
}

const flushChars = 1024 * 1024;

function write(database: sqlite.Database, query: string, to: string): void {
  const statement = database.prepare(query);
  const file = openSync(to, 'w', 0o600);
  try {
    let text = '';
    for (const row of statement.iterate()) {
      text += `${JSON.stringify(row, asJson)}\n`;
      if (text.length < flushChars) continue;
      writeSync(file, text);
      text = '';
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
    statement.finalize();
  }
}

function asJson(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex')}`;
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** A file that was written with a log beside it says so in two bytes, and is whole without that log once it was closed; the reader knows no logs. */
function withoutLog(path: string, copy: string): string {
  const versions = Buffer.alloc(2);
  const file = openSync(path, 'r');
  try {
    readSync(file, versions, 0, 2, 18);
  } finally {
    closeSync(file);
  }
  if (!versions.includes(2)) return path;
  copyFileSync(path, copy);
  const plain = openSync(copy, 'r+');
  try {
    writeSync(plain, Buffer.from([1, 1]), 0, 2, 18);
  } finally {
    closeSync(plain);
  }
  return copy;
}

function orElse<T>(first: () => T, other: () => T): T {
  try {
    return first();
  } catch (error) {
    if (error instanceof sqlite.SQLite3Error) return other();
    throw error;
  }
}
