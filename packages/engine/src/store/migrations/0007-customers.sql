-- What the customers' pages need: search by the beginning of an identifier or name, counts from an index alone, and how far things are behind.

-- Compared by bytes, so that one index answers "is" and "begins with" under any collation of the database.
drop index identifier_value;
create unique index identifier_value on identifier (workspace, namespace, value text_pattern_ops);

drop index person_name;
create index person_name on person (workspace, recognised, lower(name) text_pattern_ops, person) where name is not null;

drop index person_last;
create index person_last on person (workspace, recognised, last_at desc nulls last, person) include (channels);

-- Tables behind these numbers are out of the app role's reach; the workspace is that of the transaction, so no other can be asked about.

create function rule_version_in_force() returns integer
language sql stable security definer
set search_path = public
as $$
  select rule_version from resolve_head where workspace = current_setting('app.workspace')::integer
$$;

-- offsets: log rows that are not resolved. batches: manifests that are not in the analytics engine. seconds: age of the oldest of them.
create function workspace_lag()
returns table (resolve_offsets bigint, resolve_seconds double precision, project_batches bigint, project_seconds double precision)
language sql stable security definer
set search_path = public
as $$
  select h.next_offset - 1 - r."offset",
    case when h.next_offset - 1 > r."offset"
      then greatest(0, extract(epoch from clock_timestamp() - (
        select i.received_at from intake i where i.workspace = h.workspace and i."offset" = r."offset" + 1))::double precision)
      else 0 end,
    m.batches,
    coalesce(greatest(0, extract(epoch from clock_timestamp() - m.oldest)::double precision), 0)
  from intake_head h
  join consumer r on r.workspace = h.workspace and r.name = 'resolve'
  join consumer p on p.workspace = h.workspace and p.name = 'project'
  cross join lateral (
    select count(*) as batches, min(m.created_at) as oldest
    from manifest m
    where m.workspace = h.workspace and m.batch > p."offset"
  ) m
  where h.workspace = current_setting('app.workspace')::integer
$$;

revoke execute on function rule_version_in_force(), workspace_lag() from public;
grant execute on function rule_version_in_force(), workspace_lag() to :app_role, :worker_role;
