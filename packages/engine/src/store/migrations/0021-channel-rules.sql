-- What a workspace says of campaigns and sites whose channel is not known by itself. Applied when arrivals are read, so a rule holds for all that came.

create table channel_rule (
  workspace integer not null references workspace,
  id uuid not null,
  field text not null check (field in ('source', 'medium', 'referrer')),
  value text not null check (value <> '' and value = lower(value)),
  channel text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (workspace, id),
  unique (workspace, field, value)
);

grant select, insert, update, delete on channel_rule to :app_role;
grant select on channel_rule to :worker_role;
alter table channel_rule enable row level security;
alter table channel_rule force row level security;
create policy own_workspace on channel_rule to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on channel_rule to :worker_role using (true) with check (true);
create policy owner_everything on channel_rule to current_user using (true) with check (true);
