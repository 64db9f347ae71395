-- The sample company: a workspace of its own, made for another one, loaded as a whole and removed as a whole.

-- made_for: the workspace it was asked for in; one each. files: what is loaded, in order, and how far each came. made_by: on whose word.
create table sample_company (
  workspace integer not null references workspace,
  made_for integer not null references workspace,
  profile text not null,
  customers integer not null,
  seed integer not null,
  recorded_until timestamptz not null,
  state text not null check (state in ('loading', 'loaded', 'failed', 'removing')),
  files jsonb not null default '[]',
  failure jsonb,
  made_by jsonb not null,
  created_at timestamptz not null,
  primary key (workspace),
  check (workspace <> made_for)
);
create unique index sample_company_of on sample_company (made_for);

grant select, insert, update on sample_company to :app_role;
grant select, insert, update, delete on sample_company to :worker_role;
alter table sample_company enable row level security;
alter table sample_company force row level security;
create policy own_workspace on sample_company to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on sample_company to :worker_role using (true) with check (true);
create policy owner_everything on sample_company to current_user using (true) with check (true);

-- The sample company of the transaction's workspace: the one made for it, or the one it is. behind: log rows that are not resolved.
create function sample_company_here()
returns table (workspace integer, slug text, name text, is_here boolean, profile text, customers integer, state text, files jsonb,
  failure jsonb, behind bigint)
language sql stable security definer
set search_path = public
as $$
  select s.workspace, w.slug, w.name, s.made_for <> current_setting('app.workspace')::integer, s.profile, s.customers, s.state, s.files,
    s.failure, coalesce(h.next_offset - 1 - c."offset", 0)
  from sample_company s
  join workspace w on w.workspace = s.workspace
  left join intake_head h on h.workspace = s.workspace
  left join consumer c on c.workspace = s.workspace and c.name = 'resolve'
  where current_setting('app.workspace')::integer in (s.workspace, s.made_for)
$$;

-- Which workspaces are sample companies, and which of those are on their way out.
create function sample_workspaces()
returns table (workspace integer, is_removing boolean)
language sql stable security definer
set search_path = public
as $$
  select s.workspace, s.state = 'removing'
  from sample_company s
$$;

-- Deletes at most `most` rows from one table that holds rows of a sample company that is being removed, whatever tables there are; the name
-- of the table, or null when only the workspace itself and its sample_company are left. What is referred to goes after what refers to it.
create function remove_sample_rows(wanted integer, most integer) returns text
language plpgsql security definer
set search_path = public
as $$
declare
  t record;
  child record;
  is_there boolean;
begin
  if not exists (select from sample_company s where s.workspace = wanted and s.state = 'removing') then
    raise exception 'workspace % is no sample company that is being removed', wanted;
  end if;
  <<tables>>
  for t in
    select c.oid, c.relname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace' and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('workspace', 'sample_company')
    order by c.relname
  loop
    execute format('select exists (select from %I where workspace = $1)', t.relname) into is_there using wanted;
    continue when not is_there;
    for child in
      select distinct c.relname
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and k.confrelid = t.oid and k.conrelid <> t.oid and c.relkind = 'r'
    loop
      execute format('select exists (select from %I where workspace = $1)', child.relname) into is_there using wanted;
      continue tables when is_there;
    end loop;
    execute format('delete from %I where ctid = any (array(select ctid from %I where workspace = $1 limit $2))', t.relname, t.relname)
    using wanted, most;
    return t.relname;
  end loop;
  return null;
end
$$;

revoke execute on function sample_company_here(), sample_workspaces(), remove_sample_rows(integer, integer) from public;
grant execute on function sample_company_here(), sample_workspaces() to :app_role, :worker_role;
grant execute on function remove_sample_rows(integer, integer) to :worker_role;
