import { readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import pg from 'pg';
import { writeArchiveFile } from '../archive-folder/write-archive-file.js';
import { openDataFolder } from '../data-folder/open-data-folder.js';
import type { LifecycleLog } from '../postgres/lifecycle-log.js';
import { migrate } from '../postgres/migrate.js';
import { openPostgres } from '../postgres/open-postgres.js';
import type { Postgres } from '../postgres/postgres.js';
import type { PostgresUrls } from '../postgres/postgres-urls.js';
import { migrationsFolder, readMigrations } from '../postgres/read-migrations.js';
import { archiveMember, type BackupManifest, secretsMember } from './backup-manifest.js';
import { analyse, countRelations } from './begin-anew.sql.js';
import { loadBackup } from './load-backup.js';
import { migrateTo } from './migrate-to.js';
import { type BackupFile, openBackupFile } from './open-backup-file.js';

export interface RestoreOptions {
  readonly file: string;
  /** Must be empty, or not there yet. */
  readonly dataFolder: string;
  /** An empty database of the operator's own; without it the embedded server of the data folder. */
  readonly databaseUrl?: string;
  readonly roleUrls?: Omit<PostgresUrls, 'owner'>;
  readonly log: LifecycleLog;
  readonly onProgress?: (done: { readonly table: string; readonly tables: number; readonly of: number }) => void;
}

export interface Restored {
  readonly dataFolder: string;
  readonly tables: number;
  readonly rows: number;
  /** Files of archived log days. */
  readonly archiveFiles: number;
  readonly workspaces: number;
  /** When the backup was made. */
  readonly asOf: string;
  /** False: sessions of before are void, and people sign in again. */
  readonly secrets: boolean;
}

/**
 * Makes a new installation of a backup, to be started with `serve` afterwards: everything in it is verified before anything is made, and
 * what was loaded is read back and compared with it.
 *
 * - The schema is brought to the backup's version, loaded, then brought to ours.
 * - Every workspace begins a new epoch, and the analytics engine is filled again after the start.
 * - If it fails, the data folder is left as it was found. A database of the operator's own then has to be made anew.
 * - Errors: `backup.unreadable`, `backup.damaged`, `backup.newer-version`, `backup.other-schema`, `restore.not-empty`, `restore.differs`.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const file = await openBackupFile(options.file);
  try {
    await refuseOtherSchema(options.file, file.manifest);
    const root = resolve(options.dataFolder);
    const wasThere = await refuseUsed(root);
    try {
      return await make(options, root, file);
    } catch (error) {
      await empty(root).catch(() => undefined);
      if (!wasThere) await rmdir(root).catch(() => undefined);
      throw error;
    }
  } finally {
    await file.close();
  }
}

async function make(options: RestoreOptions, root: string, file: BackupFile): Promise<Restored> {
  const folder = await openDataFolder(root);
  const secrets = await file.read(secretsMember);
  if (secrets !== undefined) await writeFile(folder.secrets, secrets, { mode: 0o600, flag: 'wx', flush: true });
  await restoreArchive(folder.archive, file);
  const postgres = await openPostgres({
    dataFolder: root,
    log: options.log,
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
    ...(options.roleUrls === undefined ? {} : { roleUrls: options.roleUrls }),
  });
  try {
    const workspaces = await fill(options, postgres, file, secrets !== undefined);
    const { tables, archive, createdAt } = file.manifest;
    return {
      dataFolder: root,
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      archiveFiles: archive.length,
      workspaces,
      asOf: createdAt,
      secrets: secrets !== undefined,
    };
  } finally {
    await postgres.stop();
  }
}

async function restoreArchive(folder: string, backup: BackupFile): Promise<void> {
  for (const { file, sha256 } of backup.manifest.archive) {
    const bytes = await backup.read(archiveMember(file));
    if (bytes === undefined)
      throw new ThroughlineError('backup.damaged', `the backup lacks the archived log days ${file}: use another copy`);
    const written = await writeArchiveFile(folder, file, bytes, async () => undefined);
    if (written.sha256 !== sha256)
      throw new ThroughlineError(
        'restore.differs',
        `the archived log days ${file} were restored with SHA-256 ${written.sha256}, and the backup has ${sha256}: nothing was kept`,
      );
  }
}

async function fill(
  options: RestoreOptions,
  postgres: Postgres,
  file: BackupFile,
  keepsSecrets: boolean,
): Promise<number> {
  const client = new pg.Client({ connectionString: postgres.urls.owner, application_name: 'throughline restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if ((await countRelations(client)) > 0)
      throw new ThroughlineError(
        'restore.not-empty',
        'the database of DATABASE_URL holds tables already: make an empty one and restore into that',
      );
    await migrateTo(postgres, file.manifest.migrations.length);
    const workspaces = await loadBackup(client, file, { keepsSecrets, ...progressOf(options) });
    await migrate(postgres.urls.owner, { roles: postgres.roles });
    await analyse(client);
    return workspaces;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function progressOf({ onProgress }: RestoreOptions): Pick<RestoreOptions, 'onProgress'> {
  return onProgress === undefined ? {} : { onProgress };
}

async function refuseOtherSchema(path: string, manifest: BackupManifest): Promise<void> {
  const ours = await readMigrations(migrationsFolder);
  for (const applied of manifest.migrations) {
    const mine = ours[applied.version - 1];
    if (mine === undefined)
      throw new ThroughlineError(
        'backup.newer-version',
        `the backup ${path} was made by a newer version of Throughline (it has ${applied.name}): restore it with that version, or a newer one`,
      );
    if (mine.sha256 !== applied.sha256)
      throw new ThroughlineError(
        'backup.other-schema',
        `the backup ${path} was made with another ${applied.name} than this version has: restore it with the version that made it`,
      );
  }
}

/** Whether the folder was there, empty. */
async function refuseUsed(root: string): Promise<boolean> {
  const found = await readdir(root).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw new ThroughlineError(
      'data-folder.not-writable',
      `the data folder ${root} cannot be used (${cause.code ?? cause.message}): choose another folder with --data`,
      { cause },
    );
  });
  if (found === undefined) return false;
  if (found.some((name) => name !== 'lost+found'))
    throw new ThroughlineError(
      'restore.not-empty',
      `the folder ${root} is not empty: restore into a new one, named with --data`,
    );
  return true;
}

async function empty(root: string): Promise<void> {
  for (const name of await readdir(root))
    if (name !== 'lost+found') await rm(join(root, name), { recursive: true, force: true });
}
