export const migrateSql = {
  begin: 'begin',
  commit: 'commit',
  rollback: 'rollback',
  lockBook: 'select pg_advisory_xact_lock(8388083291476880998)',
  path: 'set local search_path = public',
  createBook: `
    create table if not exists schema_migration (
      version integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`,
  book: 'select version, name, sha256 from schema_migration order by version',
  enter: `
    insert into schema_migration (version, name, sha256)
    values ($1, $2, $3)
    on conflict do nothing`,
} as const;
