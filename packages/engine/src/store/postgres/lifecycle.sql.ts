import pg from 'pg';

/** Statements about the server itself: the lock of the main process, roles, databases, safety. */
export const lifecycleSql = {
  takeLock: 'select pg_try_advisory_lock($1) as held',

  lockHolder: `
    select a.pid, a.application_name as name
    from pg_locks l
    join pg_stat_activity a on a.pid = l.pid
    join pg_database d on d.oid = l.database
    where l.locktype = 'advisory'
      and l.granted
      and d.datname = current_database()
      and l.classid::bigint = $1::bigint >> 32
      and l.objid::bigint = $1::bigint & 4294967295
      and l.objsubid = 1`,

  endSession: 'select pg_terminate_backend($1)',

  nameSession: "select set_config('application_name', $1, false)",

  facts: `
    select
      current_setting('server_version_num')::integer as "versionNumber",
      current_setting('server_version') as version,
      current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync,
      current_setting('full_page_writes') as "fullPageWrites",
      current_setting('synchronous_commit') as "synchronousCommit",
      pg_is_in_recovery() as "isStandby",
      current_database() as database,
      current_user as role`,

  backend: 'select pg_backend_pid() as pid',

  rolesThere: 'select rolname as name from pg_roles where rolname = any($1)',

  mayCreateRoles: 'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',

  databaseThere: 'select from pg_database where datname = $1',

  createRole: (role: string, verifier: string): string =>
    `create role ${quoteName(role)} login nosuperuser nocreatedb nocreaterole password ${quoteText(verifier)}`,

  setPassword: (role: string, verifier: string): string =>
    `alter role ${quoteName(role)} login password ${quoteText(verifier)}`,

  dropRole: (role: string): string => `drop role if exists ${quoteName(role)}`,

  letMaintain: (role: string): string => `grant pg_checkpoint, pg_read_all_stats to ${quoteName(role)}`,

  letCreateDatabases: (role: string): string => `alter role ${quoteName(role)} createdb`,

  createDatabase: (database: string, owner: string): string =>
    `create database ${quoteName(database)} owner ${quoteName(owner)}`,

  copyDatabase: (database: string, template: string, owner: string): string =>
    `create database ${quoteName(database)} owner ${quoteName(owner)} template ${quoteName(template)}`,

  dropDatabase: (database: string): string => `drop database if exists ${quoteName(database)} with (force)`,

  databasesLike: 'select datname as name from pg_database where starts_with(datname, $1)',
} as const;

function quoteName(name: string): string {
  return pg.escapeIdentifier(name);
}

function quoteText(text: string): string {
  return pg.escapeLiteral(text);
}
