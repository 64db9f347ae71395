import type { ClientBase } from 'pg';
import pg from 'pg';
import type { KnownFile } from '../archive-folder/read-archive-file.js';
import type { BackupManifest } from './backup-manifest.js';

/** Values are written the same way whatever the server's settings; a transaction may last as long as it must. */
const settings = `
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 1;
  set local bytea_output = 'hex';
  set local client_encoding = 'UTF8';
  set local search_path = public;
  set local statement_timeout = 0;
  set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

/** One state of everything, for reading. */
export async function beginSnapshot(client: ClientBase): Promise<void> {
  await client.query('begin isolation level repeatable read, read only');
  await client.query(settings);
}

/** Until the session ends, no empty day of the log is dropped: the snapshot may see rows in it. */
export async function keepLogDays(client: ClientBase): Promise<void> {
  await client.query(`select pg_advisory_lock_shared(hashtext('throughline.drop-log-day'))`);
}

/** The files of archived log days that belong to the snapshot; none before there was an archive. */
export async function archiveFiles(client: ClientBase): Promise<readonly KnownFile[]> {
  const there = await client.query<{ table: string | null }>(`select to_regclass('public.archive_file') as table`);
  if (there.rows[0]?.table === null) return [];
  const read = await client.query<KnownFile>(
    'select file, bytes::float8 as "sizeBytes", sha256 from public.archive_file order by workspace, hi',
  );
  return read.rows;
}

export async function beginLoad(client: ClientBase): Promise<void> {
  await client.query('begin');
  await client.query(settings);
}

export async function commit(client: ClientBase): Promise<void> {
  await client.query('commit');
}

export async function rollback(client: ClientBase): Promise<void> {
  await client.query('rollback');
}

/** Locks taken by what follows are given back by `releaseLocks`; the snapshot stays. */
export async function holdLocks(client: ClientBase): Promise<void> {
  await client.query('savepoint one_table');
}

export async function releaseLocks(client: ClientBase): Promise<void> {
  await client.query('rollback to savepoint one_table');
}

/** What was applied to the database; undefined if it holds no Throughline. */
export async function appliedMigrations(client: ClientBase): Promise<BackupManifest['migrations'] | undefined> {
  const there = await client.query<{ book: string | null }>(`select to_regclass('public.schema_migration') as book`);
  if (there.rows[0]?.book === null) return undefined;
  const read = await client.query<BackupManifest['migrations'][number]>(
    'select version, name, sha256 from public.schema_migration order by version',
  );
  return read.rows.length === 0 ? undefined : read.rows;
}

export async function serverVersion(client: ClientBase): Promise<string> {
  const read = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return read.rows[0]?.version ?? 'unknown';
}

/** Counters behind identity and serial columns; they stand outside the snapshot, so they may be ahead of it. */
export async function readSequences(client: ClientBase): Promise<BackupManifest['sequences']> {
  const found = await client.query<{ schema: string; table: string; column: string; sequence: string }>(`
    select
      n.nspname::text as schema,
      c.relname::text as table,
      a.attname::text as column,
      quote_ident(sn.nspname) || '.' || quote_ident(s.relname) as sequence
    from pg_depend d
    join pg_class s on s.oid = d.objid and s.relkind = 'S'
    join pg_namespace sn on sn.oid = s.relnamespace
    join pg_class c on c.oid = d.refobjid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    where d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and n.nspname in ('public', 'auth')
    order by 1, 2, 3`);
  const sequences: BackupManifest['sequences'] = [];
  for (const { sequence, ...of } of found.rows) {
    const read = await client.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from ${sequence}`,
    );
    for (const { last, isCalled } of read.rows) sequences.push({ ...of, last, isCalled });
  }
  return sequences;
}

export async function setSequence(client: ClientBase, sequence: BackupManifest['sequences'][number]): Promise<void> {
  const table = `${pg.escapeIdentifier(sequence.schema)}.${pg.escapeIdentifier(sequence.table)}`;
  await client.query('select setval(pg_get_serial_sequence($1, $2), $3::bigint, $4)', [
    table,
    sequence.column,
    sequence.last,
    sequence.isCalled,
  ]);
}
