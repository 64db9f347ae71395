-- Numbers that were counted without persons. Every value that ever came stays; of a bucket the one with the highest offset counts.

create table count_value (
  workspace integer not null references workspace,
  "offset" bigint not null,
  source integer not null,
  import integer not null,
  measure text not null,
  location text not null,
  touchpoint text not null,
  per text not null check (per in ('minute', 'quarter_hour', 'hour', 'day', 'week', 'month')),
  starts_at timestamptz not null,
  value numeric(18, 6) not null check (value >= 0),
  adds boolean not null,
  received_at timestamptz not null,
  primary key (workspace, "offset"),
  foreign key (workspace, source) references source
);
create index count_value_bucket on count_value (workspace, measure, per, starts_at, source, location, touchpoint, "offset" desc);
create index count_value_import on count_value (workspace, import) where import <> 0;

grant select on count_value to :app_role;
grant select, insert, update, delete on count_value to :worker_role;
alter table count_value enable row level security;
alter table count_value force row level security;
create policy own_workspace on count_value to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on count_value to :worker_role using (true) with check (true);
create policy owner_everything on count_value to current_user using (true) with check (true);
