-- Tables of databases that are read again and again for a source. Their states: see sync-state.ts.

create table table_sync (
  workspace integer not null references workspace,
  id uuid not null,
  -- Where the table is and who reads it, without the password, which is sealed with a key of the instance; key_id says which.
  connection jsonb not null,
  password bytea not null,
  key_id text not null,
  table_name jsonb not null,
  -- The columns as the database declared them when the mapping was made, or was said to hold on.
  columns jsonb not null,
  -- Columns by which new rows could be told, and what speaks for each.
  candidates jsonb not null,
  -- A file that was read from it and is to be gone through, with the columns and candidates it was read with.
  staged jsonb,
  source integer,
  mapping text,
  -- None: the whole table is read each time, and what is gone from it is taken back.
  watermark_column text,
  watermark text,
  every_minutes integer check (every_minutes between 1 and 44640),
  state text not null check (state in ('draft', 'active', 'paused', 'held')),
  held jsonb,
  step text not null default 'idle' check (step in ('idle', 'importing', 'removing')),
  -- The import under way, and what holds once it is done.
  import integer,
  upcoming jsonb,
  -- Of a whole table: the imports that what is known of it came from.
  bases integer[] not null default '{}',
  last_hash bytea,
  added text[] not null default '{}',
  failures integer not null default 0,
  failure jsonb,
  last_run_at timestamptz,
  last_rows bigint,
  -- The table was read up to here without gaps.
  read_until timestamptz,
  next_at timestamptz not null,
  owner uuid,
  leased_until timestamptz not null default '-infinity',
  fence bigint not null default 0,
  created_by text not null,
  created_at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, source) references source (workspace, source),
  check (state in ('draft') or (source is not null and mapping is not null and every_minutes is not null))
);
create index table_sync_due on table_sync (next_at) where state in ('active', 'paused');

grant select, insert, update, delete on table_sync to :app_role;
grant select, insert, update, delete on table_sync to :worker_role;
alter table table_sync enable row level security;
alter table table_sync force row level security;
create policy own_workspace on table_sync to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on table_sync to :worker_role using (true) with check (true);
create policy owner_everything on table_sync to current_user using (true) with check (true);
