-- Lists of pairs that somebody handed in as one person each. The pairs themselves are decisions in the log; here stands whose list it was, so
-- that all of it can be taken back as one.

-- matches: public ids of the decisions. last_offset: of the log, by which all of them are applied; null if they never came there.
create table join_list (
  workspace integer not null references workspace,
  id uuid not null,
  name text not null,
  matches uuid[] not null,
  last_offset bigint,
  made_by text not null,
  made_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  undo_offset bigint,
  primary key (workspace, id)
);
create index join_list_made on join_list (workspace, made_at desc);

grant select, insert, update on join_list to :app_role;
grant select, insert, update, delete on join_list to :worker_role;
alter table join_list enable row level security;
alter table join_list force row level security;
create policy own_workspace on join_list to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on join_list to :worker_role using (true) with check (true);
create policy owner_everything on join_list to current_user using (true) with check (true);
