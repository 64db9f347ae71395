import { createWriteStream } from 'node:fs';
import { isIP } from 'node:net';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
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
import { lastOf } from './last-line.js';
import { beginReading, copyStatement, readableColumns, readableTables } from './postgresql-table.sql.js';

export function listTables(target: Target): Promise<readonly DatabaseTable[]> {
  return reading(target, async (client) => (await client.query<DatabaseTable>(readableTables, [mostTables])).rows);
}

export function listColumns(target: Target, table: TableName): Promise<readonly DatabaseColumn[]> {
  return reading(target, async (client) => {
    const found = await client.query<DatabaseColumn>(readableColumns, [table.schema ?? 'public', table.name]);
    if (found.rows.length === 0) throw new ReadFailure('no-table');
    return found.rows;
  });
}

/** Writes a table, or what of it is newer, as JSON lines, all from one moment. Throws `ReadFailure`. */
export function readTable(
  target: Target,
  table: TableName,
  newer: ReadFrom | undefined,
  limits: ReadLimits,
  to: string,
  progress: (rows: number, bytes: number) => void,
): Promise<RowsRead> {
  return reading(target, async (client) => {
    const named = await client.query<{ statement: string }>(copyStatement, [
      table.schema ?? 'public',
      table.name,
      newer === undefined ? limits.rows + 1 : limits.rows,
      newer?.column ?? null,
      newer?.from ?? null,
    ]);
    const statement = named.rows[0]?.statement;
    if (statement === undefined) throw new ReadFailure('no-table');
    let rows = 0;
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
        progress(rows, bytes);
        if (rows > limits.rows || bytes > limits.bytes) done(new ReadFailure('too-large'));
        else done(null, chunk);
      },
    });
    await pipeline(client.query(copyTo(statement)), counted, createWriteStream(to, { mode: 0o600 }));
    return { rows, bytes, last: newer === undefined ? null : lastOf(to, newer.column) };
  });
}

async function reading<T>(target: Target, work: (client: pg.Client) => Promise<T>): Promise<T> {
  try {
    const client = await connected(target);
    for (const statement of beginReading) await client.query(statement);
    const done = await work(client);
    await client.end();
    return done;
  } catch (error) {
    throw error instanceof ReadFailure ? error : failureOf(error);
  }
}

/** Encrypted if the server can, unless its certificate is to be checked: then encrypted or not at all. */
async function connected(target: Target): Promise<pg.Client> {
  const ssl = {
    rejectUnauthorized: target.checksCertificate,
    ...(isIP(target.host) > 0 ? {} : { servername: target.host }),
  };
  try {
    return await connect(target, ssl);
  } catch (error) {
    if (!(error instanceof Error && error.message === 'The server does not support SSL connections')) throw error;
    if (target.checksCertificate) throw new ReadFailure('certificate');
    return connect(target, false);
  }
}

async function connect(target: Target, ssl: pg.ClientConfig['ssl']): Promise<pg.Client> {
  const { address, port, user, password, database } = target;
  const client = new pg.Client({
    host: address,
    port,
    user,
    password,
    database,
    ssl,
    connectionTimeoutMillis: 10_000,
    application_name: 'throughline',
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function failureOf(error: unknown): ReadFailure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) {
    const isConnecting = error instanceof Error && /terminated|timeout|SSL/.test(error.message);
    return new ReadFailure(isConnecting ? 'unreachable' : 'failed');
  }
  if (/^[A-Z0-9]{5}$/.test(code)) return new ReadFailure(failures[code] ?? 'failed', failures[code] ? undefined : code);
  return new ReadFailure(/CERT|SIGNATURE|ALTNAME|ISSUER/.test(code) ? 'certificate' : 'unreachable', code);
}

const failures: Readonly<Record<string, DatabaseFailure>> = {
  '28P01': 'password',
  '28000': 'password',
  '3D000': 'no-database',
  '42501': 'denied',
  '42P01': 'no-table',
  '53300': 'unreachable',
  '57P03': 'unreachable',
};
