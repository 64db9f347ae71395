-- Where things take place, as a tree, and the codes by which sources name places. What sources said stays as they said it: a code is looked up
-- when it is read, so that placing it later, or elsewhere, holds for everything that ever came.

create table location (
  workspace integer not null references workspace,
  id uuid not null,
  parent uuid,
  kind text not null check (kind in ('country', 'region', 'store', 'call_centre', 'other')),
  name text not null,
  created_at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, parent) references location,
  check (parent <> id)
);
create index location_parent on location (workspace, parent);

create table location_code (
  workspace integer not null references workspace,
  code text not null check (code <> ''),
  location uuid not null,
  primary key (workspace, code),
  foreign key (workspace, location) references location on delete cascade
);
create index location_code_location on location_code (workspace, location);

grant select, insert, update, delete on location, location_code to :app_role;
grant select on location, location_code to :worker_role;
alter table location enable row level security;
alter table location force row level security;
alter table location_code enable row level security;
alter table location_code force row level security;
create policy own_workspace on location to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on location to :worker_role using (true) with check (true);
create policy owner_everything on location to current_user using (true) with check (true);
create policy own_workspace on location_code to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on location_code to :worker_role using (true) with check (true);
create policy owner_everything on location_code to current_user using (true) with check (true);
