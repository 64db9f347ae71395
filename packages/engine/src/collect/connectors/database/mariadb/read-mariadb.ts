import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type EngineSession, openEngineSession } from '../../../../store/analytics/engine-binding.js';
import type { DatabaseColumn } from '../database-column.js';
import type { TableName } from '../database-connection.js';
import { type DatabaseFailure, ReadFailure } from '../database-failure.js';
import {
  type DatabaseTable,
  mostTables,
  type ReadFrom,
  type ReadLimits,
  type RowsRead,
  type Target,
} from '../database-job.js';
import { lineOf } from './line-of.js';
import { columnReading } from './mariadb-column.js';
import { columnsOf, jsonColumnsOf, readableTables, rowsOf } from './mariadb-table.sql.js';
import { namedCollections } from './named-collections.js';
import { answerOf, type Collection, writeAnswer } from './write-rows.sql.js';

export async function listTables(target: Target, folder: string): Promise<readonly DatabaseTable[]> {
  const session = opened(target, folder, { asked: readableTables(mostTables) });
  const found = await answered<Pick<DatabaseTable, 'name' | 'kind'> & { estimate: string | null }>(session, 'asked');
  return found.map(({ name, kind, estimate }) => ({
    schema: null,
    name,
    kind,
    rows: estimate === null ? null : Number(estimate),
  }));
}

export async function listColumns(
  target: Target,
  table: TableName,
  folder: string,
): Promise<readonly DatabaseColumn[]> {
  const session = opened(target, folder, { asked: columnsOf(table.name), asked_too: jsonColumnsOf(table.name) });
  const found = await answered<{ table_name: string; column_name: string; type: string; whole: string }>(
    session,
    'asked',
  );
  if (found.length === 0) throw new ReadFailure('no-table');
  const checked = await answered<{ column_name: string }>(session, 'asked_too').catch(() => []);
  const json = new Set(checked.map(({ column_name }) => column_name));
  return found.map(({ table_name, column_name, type, whole }) => ({
    table: table_name,
    name: column_name,
    type: whole,
    reading: json.has(column_name) ? 'json' : columnReading(type, whole),
  }));
}

/** Writes a table as JSON lines. Throws `ReadFailure`. */
export async function readTable(
  target: Target,
  columns: readonly DatabaseColumn[],
  newer: ReadFrom | undefined,
  limits: ReadLimits,
  folder: string,
  to: string,
  progress: (rows: number, bytes: number) => void,
): Promise<RowsRead> {
  const [first, ...others] = columns;
  if (first === undefined) throw new ReadFailure('no-table');
  const session = opened(target, folder, {
    asked: rowsOf([first, ...others], newer === undefined ? limits.rows + 1 : limits.rows, newer),
  });
  const lists = join(folder, 'lists');
  let exceed: (failure: ReadFailure) => void = () => undefined;
  const exceeded = new Promise<never>((_, reject) => {
    exceed = reject;
  });
  const watch = setInterval(() => {
    const bytes = sizeOf(lists);
    progress(0, bytes);
    if (bytes > limits.bytes) exceed(new ReadFailure('too-large'));
  }, 200);
  try {
    await Promise.race([session.query(writeAnswer(lists), 'Null'), exceeded]);
  } catch (error) {
    throw failureOf(error);
  } finally {
    clearInterval(watch);
  }
  const by = columns.findIndex(({ name }) => name === newer?.column);
  let last: string | null = null;
  let rows = 0;
  let bytes = 0;
  const lines = async function* () {
    for await (const list of createInterface({ input: createReadStream(lists), crlfDelay: Number.POSITIVE_INFINITY })) {
      const values: readonly (string | number | null)[] = JSON.parse(list);
      const line = Buffer.from(lineOf(columns, values));
      const value = values[by] ?? null;
      last = value === null ? null : String(value);
      rows += 1;
      bytes += line.length;
      progress(rows, bytes);
      if (rows > limits.rows || bytes > limits.bytes) throw new ReadFailure('too-large');
      yield line;
    }
  };
  await pipeline(Readable.from(lines(), { objectMode: true }), createWriteStream(to, { mode: 0o600 }));
  rmSync(lists, { force: true });
  return { rows, bytes, last };
}

/** The file with the password is there only while the engine opens. */
function opened(target: Target, folder: string, statements: Partial<Record<Collection, string>>): EngineSession {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const configFile = join(folder, 'config.xml');
  writeFileSync(configFile, namedCollections(target, statements), { mode: 0o600 });
  try {
    return openEngineSession(join(folder, 'engine'), [`--config-file=${configFile}`]);
  } finally {
    rmSync(configFile, { force: true });
  }
}

async function answered<T>(session: EngineSession, collection: Collection): Promise<readonly T[]> {
  try {
    const { bytes } = await session.query(answerOf(collection), 'JSONEachRow');
    const lines = Buffer.from(bytes).toString().split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
  } catch (error) {
    throw failureOf(error);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function failureOf(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error;
  const sign = /\bERROR (\d{4}) ?:/.exec(error instanceof Error ? error.message : '')?.[1];
  const failure = sign === undefined ? undefined : failures[sign];
  return new ReadFailure(failure ?? 'failed', failure === undefined ? sign : undefined);
}

const failures: Readonly<Record<string, DatabaseFailure>> = {
  '1040': 'unreachable',
  '1044': 'denied',
  '1045': 'password',
  '1049': 'no-database',
  '1130': 'unreachable',
  '1142': 'denied',
  '1143': 'denied',
  '1698': 'password',
  '2002': 'unreachable',
  '2003': 'unreachable',
  '2005': 'unreachable',
  '2013': 'unreachable',
  '2026': 'certificate',
};
