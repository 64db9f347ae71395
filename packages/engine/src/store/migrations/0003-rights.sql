-- Who may do what. Row-level security is the second wall: the first is that every statement names its workspace.
-- The log itself has no row-level security (COPY is refused under it); only :intake_role and :worker_role reach it.

grant usage on schema public to :intake_role, :app_role, :worker_role;

grant insert on intake, set_aside to :intake_role;
grant select, update on intake_head to :intake_role;

grant select, insert, update, delete on all tables in schema public to :worker_role;
grant create on schema public to :worker_role;

grant select on workspace, source, import_run, audit, set_aside, consumer, source_day, rule_set, namespace, code_word,
  identifier, match, refused_join, node_person, person, node_activity, claim, unit, unit_member, unit_claim, retired_id to :app_role;
grant insert, update on source, write_key, import_run to :app_role;
grant select on write_key to :app_role;
grant update on set_aside, workspace to :app_role;
grant insert on audit, rule_set to :app_role;

do $$
declare
  t text;
begin
  foreach t in array array['source', 'write_key', 'set_aside', 'consumer', 'source_day', 'import_run', 'audit', 'rule_set', 'namespace',
    'code_word', 'identifier', 'match', 'refused_join', 'node_person', 'person', 'node_activity', 'claim', 'unit', 'unit_member', 'unit_claim', 'retired_id', 'workspace']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to :app_role using (workspace = current_setting(''app.workspace'', true)::integer)', t);
    execute format('create policy all_workspaces on %I to :worker_role using (true) with check (true)', t);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', t);
  end loop;
  execute 'create policy intake_writes on set_aside for insert to :intake_role with check (true)';
end
$$;

-- A write key is looked up before its workspace is known.
create function find_write_key(wanted bytea)
returns table (workspace integer, source integer, kind text)
language sql stable security definer
set search_path = public
as $$
  select k.workspace, k.source, k.kind
  from write_key k
  where k.key_hash = wanted and k.revoked_at is null
$$;
revoke execute on function find_write_key(bytea) from public;
grant execute on function find_write_key(bytea) to :app_role, :worker_role;
