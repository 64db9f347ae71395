import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import pg from 'pg';
import { readArchiveFile } from '../archive-folder/read-archive-file.js';
import {
  archiveMember,
  type BackupManifest,
  manifestMember,
  partMember,
  secretsMember,
  type TableEntry,
} from './backup-manifest.js';
import { carriedSecrets } from './carried-secrets.js';
import { loadingOrder, placeOf } from './loading-order.js';
import { type OwnerSessionOptions, withOwnerSession } from './owner-session.js';
import {
  appliedMigrations,
  archiveFiles,
  beginSnapshot,
  holdLocks,
  keepLogDays,
  readSequences,
  releaseLocks,
  rollback,
  serverVersion,
} from './snapshot.sql.js';
import { readTable } from './table-content.js';
import { type StoredTable, storedTables } from './tables.sql.js';
import { type BackupWriter, writeBackupFile } from './write-backup-file.js';

export interface BackupOptions extends OwnerSessionOptions {
  /** Must not exist yet. */
  readonly file: string;
  /** Puts the instance's secrets beside the rows, never the passwords of database roles. */
  readonly withSecrets?: boolean;
  readonly now: Date;
  readonly onProgress?: (done: { readonly table: string; readonly tables: number; readonly of: number }) => void;
}

export interface BackedUp {
  readonly file: string;
  readonly sizeBytes: number;
  readonly tables: number;
  readonly rows: number;
  /** Files of archived log days. */
  readonly archiveFiles: number;
  /** The last migration applied to what was dumped. */
  readonly schemaVersion: number;
}

/**
 * Dumps all our tables, as of one instant, into one file: a tar archive of gzipped COPY texts with a manifest and a seal. A running
 * Throughline goes on meanwhile. What the analytics engine holds is not in it: a restore builds that from the rest.
 *
 * - One repeatable-read transaction; locks of a table are given back when it is read, so that upkeep never waits for the whole dump.
 * - Files of archived log days are verified on the way.
 * - Errors: `archive.file-missing`, `archive.file-damaged`, `backup.nothing-there`, `backup.file-exists`, `backup.not-written`, `backup.hidden-rows`, `backup.cut-off`.
 */
export function backup(options: BackupOptions): Promise<BackedUp> {
  return withOwnerSession(options, async (client) => {
    try {
      return await dump(client, options);
    } catch (cause) {
      if (ThroughlineError.is(cause) || (cause instanceof pg.DatabaseError && cause.code !== '57P01')) throw cause;
      throw new ThroughlineError(
        'backup.cut-off',
        `the backup was cut off: ${cause instanceof Error ? cause.message : String(cause)}; start it again`,
        { cause },
      );
    }
  });
}

async function dump(client: pg.Client, options: BackupOptions): Promise<BackedUp> {
  await keepLogDays(client);
  await beginSnapshot(client);
  const migrations = await appliedMigrations(client);
  if (migrations === undefined)
    throw new ThroughlineError(
      'backup.nothing-there',
      'the database holds no Throughline: check DATABASE_URL or --data',
    );
  const tables = loadingOrder(await storedTables(client));
  refuseHidden(tables);
  const archive = await archiveFiles(client);
  const folder = join(resolve(options.dataFolder), 'archive');
  const entries: TableEntry[] = [];
  const sizeBytes = await writeBackupFile(options.file, async (writer) => {
    for (const table of tables) {
      options.onProgress?.({ table: placeOf(table), tables: entries.length, of: tables.length });
      const entry = await dumpTable(client, writer, table, entries.length + 1);
      if (entry !== undefined) entries.push(entry);
    }
    for (const file of archive) await writer.add(archiveMember(file.file), await readArchiveFile(folder, file));
    if (options.withSecrets === true) {
      const secrets = carriedSecrets(await readFile(join(options.dataFolder, 'secrets.json'), 'utf8'));
      await writer.add(secretsMember, Buffer.from(secrets));
    }
    const manifest: BackupManifest = {
      createdAt: options.now.toISOString(),
      postgres: await serverVersion(client),
      migrations,
      tables: entries,
      sequences: await readSequences(client),
      archive: [...archive],
      secrets: options.withSecrets === true,
    };
    await writer.add(manifestMember, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  });
  await rollback(client);
  return {
    file: options.file,
    sizeBytes,
    tables: entries.length,
    rows: entries.reduce((sum, { rows }) => sum + rows, 0),
    archiveFiles: archive.length,
    schemaVersion: migrations.at(-1)?.version ?? 0,
  };
}

/** Undefined for a table of the de-duplication window that went while others were read. */
async function dumpTable(
  client: pg.Client,
  writer: BackupWriter,
  table: StoredTable,
  number: number,
): Promise<TableEntry | undefined> {
  let parts = 0;
  await holdLocks(client);
  try {
    const content = await readTable(client, table, async (text) => {
      parts += 1;
      await writer.add(partMember(number, table, parts), await compress(text, { level: 3 }));
    });
    return { schema: table.schema, name: table.name, columns: [...table.columns], parts, ...content };
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42P01' && /^seen_\d{8}$/.test(table.name))
      return undefined;
    throw error;
  } finally {
    await releaseLocks(client).catch(() => undefined);
  }
}

const compress = promisify<Buffer, { level: number }, Buffer>(gzip);

function refuseHidden(tables: readonly StoredTable[]): void {
  const hidden = tables.filter((table) => table.hides).map(placeOf);
  if (hidden.length > 0)
    throw new ThroughlineError(
      'backup.hidden-rows',
      `row-level security hides rows of ${hidden.join(', ')} from the role of DATABASE_URL: back up as the role that owns the tables`,
    );
}
