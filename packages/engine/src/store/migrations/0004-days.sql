-- One log partition and one de-duplication table a receive day. The definer owns the log, so that no other role needs to.

create function ensure_log_day(wanted date) returns void
language plpgsql security definer
set search_path = public
as $$
declare
  log_name text := 'intake_' || to_char(wanted, 'YYYYMMDD');
  seen_name text := 'seen_' || to_char(wanted, 'YYYYMMDD');
begin
  if to_regclass(log_name) is not null and to_regclass(seen_name) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('throughline.log-day'));
  if to_regclass(log_name) is null then
    execute format('create table %I partition of intake for values from (%L) to (%L)', log_name, wanted, wanted + 1);
    execute format('grant insert on %I to :intake_role', log_name);
    execute format('grant select on %I to :worker_role', log_name);
  end if;
  if to_regclass(seen_name) is null then
    execute format('create table %I (workspace integer not null, source integer not null, message uuid not null,
      content bigint not null, primary key (workspace, source, message))', seen_name);
    execute format('grant select, insert, delete on %I to :worker_role', seen_name);
  end if;
end
$$;

-- De-duplication tables older than `keep_from` are dropped: the promise is 7 days.
create function drop_seen_days(keep_from date) returns integer
language plpgsql security definer
set search_path = public
as $$
declare
  dropped integer := 0;
  t record;
begin
  for t in
    select c.relname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname ~ '^seen_[0-9]{8}$'
      and to_date(substr(c.relname, 6), 'YYYYMMDD') < keep_from
  loop
    execute format('drop table %I', t.relname);
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$$;

revoke execute on function ensure_log_day(date), drop_seen_days(date) from public;
grant execute on function ensure_log_day(date) to :intake_role, :worker_role;
grant execute on function drop_seen_days(date) to :worker_role;
