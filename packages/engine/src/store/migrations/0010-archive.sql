-- Log days that left PostgreSQL. A row appears in the transaction that deletes the log rows which its file holds.

-- file: path below the folder `archive` of the data folder; written once and never changed. lo, hi: first and last offset; dense, since files are
-- cut from the log in its order. sha256: of the file's bytes.
create table archive_file (
  workspace integer not null references workspace,
  day date not null,
  part integer not null,
  file text not null,
  lo bigint not null,
  hi bigint not null,
  rows integer not null,
  bytes bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  primary key (workspace, day, part)
);
create unique index archive_file_hi on archive_file (workspace, hi);

alter table archive_file enable row level security;
alter table archive_file force row level security;
create policy own_workspace on archive_file to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on archive_file to :worker_role using (true) with check (true);
create policy owner_everything on archive_file to current_user using (true) with check (true);
grant select on archive_file to :app_role;
grant select, insert, update, delete on archive_file to :worker_role;

-- Which manifests placed the rows of a span of the log.
create index manifest_span on manifest (workspace, hi, lo) where not removes and not superseded;

-- Drops log partitions before `keep_from` that no workspace has a row in any more; how many. None while a backup reads (it holds the lock shared):
-- what it has not read yet must stay. Whoever writes a day again makes its partition anew.
create function drop_empty_log_days(keep_from date) returns integer
language plpgsql security definer
set search_path = public
as $$
declare
  dropped integer := 0;
  is_empty boolean;
  t record;
begin
  for t in
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'intake'::regclass and c.relname ~ '^intake_[0-9]{8}$' and to_date(substr(c.relname, 8), 'YYYYMMDD') < keep_from
    order by c.relname
  loop
    execute format('select not exists (select from %I)', t.relname) into is_empty;
    continue when not is_empty;
    if not pg_try_advisory_xact_lock(hashtext('throughline.drop-log-day')) then
      return dropped;
    end if;
    perform pg_advisory_xact_lock(hashtext('throughline.log-day'));
    lock table intake in access exclusive mode;
    execute format('select not exists (select from %I)', t.relname) into is_empty;
    continue when not is_empty;
    execute format('drop table %I', t.relname);
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$$;

revoke execute on function drop_empty_log_days(date) from public;
grant execute on function drop_empty_log_days(date) to :worker_role;
