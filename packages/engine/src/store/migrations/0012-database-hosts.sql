-- Database servers that a workspace may read tables from: exactly what an admin named, and nothing by default.

create table database_host (
  workspace integer not null references workspace,
  id uuid not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  added_by text not null,
  added_at timestamptz not null,
  primary key (workspace, id),
  unique (workspace, host, port)
);

grant select, insert, delete on database_host to :app_role;
grant select on database_host to :worker_role;
alter table database_host enable row level security;
alter table database_host force row level security;
create policy own_workspace on database_host to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on database_host to :worker_role using (true) with check (true);
create policy owner_everything on database_host to current_user using (true) with check (true);
