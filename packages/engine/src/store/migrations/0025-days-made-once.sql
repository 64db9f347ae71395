-- Two processes that begin a day at once: the second waits for the first, and may still remember that the tables were not there
-- when it looked, since waiting for an advisory lock tells a session nothing of what others have made. "if not exists" looks anew.

create or replace function ensure_log_day(wanted date) returns void
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
  execute format('create table if not exists %I partition of intake for values from (%L) to (%L)', log_name, wanted, wanted + 1);
  execute format('grant insert on %I to :intake_role', log_name);
  execute format('grant select on %I to :worker_role', log_name);
  execute format('create table if not exists %I (workspace integer not null, source integer not null, message uuid not null,
    content bigint not null, primary key (workspace, source, message))', seen_name);
  execute format('grant select, insert, delete on %I to :worker_role', seen_name);
end
$$;
