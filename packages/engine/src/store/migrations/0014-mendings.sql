-- What somebody ordered to be done with everything that waits for one reason: read it again as it is or by an answer, or leave it out. It is
-- worked on in the background, in the order of receipt, up to what had been received when it was ordered.

create table mending (
  workspace integer not null references workspace,
  id uuid not null,
  code text not null,
  -- 0: whatever it came with.
  import integer not null,
  act jsonb not null,
  state text not null check (state in ('running', 'done', 'failed', 'stopped')),
  -- When it was ordered.
  waiting bigint not null,
  replayed bigint not null default 0,
  still_aside bigint not null default 0,
  left_out bigint not null default 0,
  -- Where it was left: the last item that was dealt with.
  place_at timestamptz not null default '-infinity',
  place_id uuid not null default '00000000-0000-0000-0000-000000000000',
  failure jsonb,
  created_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace, id)
);
-- Whoever orders the same while it is done gets what is under way.
create unique index mending_running on mending (workspace, code, import) where state = 'running';
create index mending_finished on mending (workspace, finished_at);

grant select, insert, update on mending to :app_role;
grant select, insert, update, delete on mending to :worker_role;
alter table mending enable row level security;
alter table mending force row level security;
create policy own_workspace on mending to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on mending to :worker_role using (true) with check (true);
create policy owner_everything on mending to current_user using (true) with check (true);

-- That an item was replayed is committed together with what it became in the log.
grant select (workspace, id, status), update (status, decided_by, decided_at, note) on set_aside to :intake_role;
create policy intake_reads on set_aside for select to :intake_role using (true);
create policy intake_decides on set_aside for update to :intake_role using (true) with check (true);
grant select (workspace, id, state, replayed, still_aside), update (replayed, still_aside, place_at, place_id) on mending to :intake_role;
create policy intake_reads on mending for select to :intake_role using (true);
create policy intake_advances on mending for update to :intake_role using (true) with check (true);
