-- People that somebody opened lately or keeps at hand. user_key: whose list it is, as in the audit. id: the public id the person had then; joins
-- and splits are followed when it is read.
create table person_of_user (
  workspace integer not null references workspace,
  user_key text not null,
  id uuid not null,
  opened_at timestamptz,
  saved_at timestamptz,
  primary key (workspace, user_key, id),
  check (opened_at is not null or saved_at is not null)
);

grant select, insert, update, delete on person_of_user to :app_role, :worker_role;
alter table person_of_user enable row level security;
alter table person_of_user force row level security;
create policy own_workspace on person_of_user to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on person_of_user to :worker_role using (true) with check (true);
create policy owner_everything on person_of_user to current_user using (true) with check (true);
