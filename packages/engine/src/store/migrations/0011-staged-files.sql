-- Files that were handed in and are no import yet: they lie in the staging folder under their id, and are gone a day later.

create table staged_file (
  workspace integer not null references workspace,
  id uuid not null,
  name text not null,
  bytes bigint not null,
  hash bytea not null,
  -- How it is written: what somebody said, and what was found.
  choice jsonb not null,
  found jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (workspace, id)
);
create index staged_file_at on staged_file (created_at);

grant select, insert, update, delete on staged_file to :app_role, :worker_role;
alter table staged_file enable row level security;
alter table staged_file force row level security;
create policy own_workspace on staged_file to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on staged_file to :worker_role using (true) with check (true);
create policy owner_everything on staged_file to current_user using (true) with check (true);
