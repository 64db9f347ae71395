import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type pg from 'pg';
import { partMember, type TableEntry } from './backup-manifest.js';
import { beginAnew, forgetSealedAnswers } from './begin-anew.sql.js';
import { placeOf } from './loading-order.js';
import type { BackupFile } from './open-backup-file.js';
import { beginLoad, commit, setSequence } from './snapshot.sql.js';
import { readTable } from './table-content.js';
import { copyIn, dropTable, ensureLogDay, forceRowSecurity, type StoredTable, storedTables } from './tables.sql.js';

export interface LoadOptions {
  /** The instance's secrets were restored too. */
  readonly keepsSecrets: boolean;
  readonly onProgress?: (done: { readonly table: string; readonly tables: number; readonly of: number }) => void;
}

/**
 * Loads a backup into empty tables of its version and compares what arrived with its manifest, in one transaction that then begins
 * everything anew. Returns the number of workspaces.
 */
export async function loadBackup(client: pg.Client, file: BackupFile, options: LoadOptions): Promise<number> {
  const { manifest } = file;
  await beginLoad(client);
  for (const day of new Set(manifest.tables.flatMap(dayOf))) await ensureLogDay(client, day);
  const tables = await matchTables(client, manifest.tables);
  for (const [index, { entry, table }] of tables.entries()) {
    options.onProgress?.({ table: placeOf(entry), tables: index, of: tables.length });
    await loadTable(client, file, index + 1, entry, table);
  }
  for (const sequence of manifest.sequences) await setSequence(client, sequence);
  for (const { entry, table } of tables) await compare(client, entry, table);
  if (!options.keepsSecrets) await forgetSealedAnswers(client);
  const workspaces = await beginAnew(client);
  await commit(client);
  return workspaces;
}

interface Pair {
  readonly entry: TableEntry;
  readonly table: StoredTable;
}

/** The tables of the manifest among those of the database, which have the same columns; days that the backup lacks go. */
async function matchTables(client: pg.Client, entries: readonly TableEntry[]): Promise<readonly Pair[]> {
  const stored = new Map((await storedTables(client)).map((table) => [placeOf(table), table]));
  const pairs = entries.map((entry) => {
    const table = stored.get(placeOf(entry));
    stored.delete(placeOf(entry));
    if (table === undefined || table.columns.join() !== entry.columns.join())
      throw new ThroughlineError(
        'backup.other-schema',
        `the backup's table ${placeOf(entry)} is another one than its migrations make: restore it with the version that made it`,
      );
    return { entry, table };
  });
  for (const table of stored.values()) if (dayOf(table).length > 0) await dropTable(client, table);
  return pairs;
}

async function loadTable(
  client: pg.Client,
  file: BackupFile,
  number: number,
  entry: TableEntry,
  table: StoredTable,
): Promise<void> {
  if (table.isForced) await forceRowSecurity(client, table, false);
  for (let part = 1; part <= entry.parts; part++) {
    const packed = await file.read(partMember(number, entry, part));
    if (packed === undefined)
      throw new ThroughlineError(
        'backup.damaged',
        `the backup lacks part ${part} of ${placeOf(entry)}: use another copy`,
      );
    await copyIn(client, table, await expand(packed));
  }
  if (table.isForced) await forceRowSecurity(client, table, true);
}

async function compare(client: pg.Client, entry: TableEntry, table: StoredTable): Promise<void> {
  const found = await readTable(client, table);
  if (found.rows !== entry.rows || found.sha256 !== entry.sha256)
    throw new ThroughlineError(
      'restore.differs',
      `the table ${placeOf(entry)} was restored with ${found.rows} rows and SHA-256 ${found.sha256}, and the backup has ${entry.rows} and ${entry.sha256}: nothing was kept`,
    );
}

const expand = promisify<Buffer, Buffer>(gunzip);

/** The day (`YYYY-MM-DD`) of a partition of the log or a table of the de-duplication window. */
function dayOf({ name }: { readonly name: string }): readonly string[] {
  const day = /^(?:intake|seen)_(\d{4})(\d{2})(\d{2})$/.exec(name);
  return day === null ? [] : [`${day[1]}-${day[2]}-${day[3]}`];
}
