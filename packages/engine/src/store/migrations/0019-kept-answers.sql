-- Answers about a whole workspace that take long to compute, as they were last: shown at once after a restart, while a new one is computed.

create table kept_answer (
  workspace integer not null references workspace,
  -- What was asked, with the version of the answer's shape.
  question text not null,
  answer jsonb not null,
  as_of timestamptz not null,
  -- How far everything was resolved and projected.
  state text not null,
  -- When the last import ended or was taken back, as text.
  imports text not null,
  computed_at timestamptz not null,
  took_ms double precision not null,
  primary key (workspace, question)
);

grant select, insert, update, delete on kept_answer to :app_role;
grant select, insert, update, delete on kept_answer to :worker_role;
alter table kept_answer enable row level security;
alter table kept_answer force row level security;
create policy own_workspace on kept_answer to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on kept_answer to :worker_role using (true) with check (true);
create policy owner_everything on kept_answer to current_user using (true) with check (true);
