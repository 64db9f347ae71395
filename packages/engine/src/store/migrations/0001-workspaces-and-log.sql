-- Workspaces, their sources and keys, and the log everything goes through.
-- Three roles use these tables: :intake_role (writes the log), :app_role (answers requests, under row-level security),
-- :worker_role (resolves and projects, reachable from no route).

create table workspace (
  workspace integer generated always as identity primary key,
  id uuid not null unique,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  country text not null default 'US',
  zone text not null default 'UTC',
  currency text not null default 'USD',
  language text not null default 'en',
  week_starts_on smallint not null default 1 check (week_starts_on between 0 and 6),
  created_at timestamptz not null default now()
);

create table source (
  workspace integer not null references workspace,
  source integer not null,
  id uuid not null,
  name text not null,
  channel text not null,
  team text,
  trust smallint not null default 50 check (trust between 0 and 100),
  zone text not null,
  country text not null,
  currency text not null,
  groups text not null default 'account' check (groups in ('account', 'household')),
  complete_until timestamptz,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (workspace, source),
  unique (workspace, id)
);
create unique index source_name on source (workspace, lower(name));

-- Only a hash of a key is kept; `hint` is its first characters, so that people can tell keys apart.
create table write_key (
  workspace integer not null,
  key_hash bytea not null,
  source integer not null,
  kind text not null check (kind in ('public', 'server')),
  hint text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (workspace, key_hash),
  foreign key (workspace, source) references source
);
create unique index write_key_hash on write_key (key_hash);

-- The log. Offsets are dense and in commit order within a workspace: the head row is locked until commit.
create table intake_head (
  workspace integer primary key references workspace,
  next_offset bigint not null default 1
) with (fillfactor = 50);

-- kind: 1 identify, 2 track, 3 page, 4 screen, 5 group, 6 alias, 9 command.
-- authority: 1 public key, 2 server key, 3 import, 4 a person's decision.
-- `body` is the message as received, `envelope` what the request said for all its messages; both are text because jsonb rewrites numbers.
create table intake (
  workspace integer not null,
  "offset" bigint not null,
  received_day date not null,
  received_at timestamptz not null,
  source integer not null,
  import integer not null,
  kind smallint not null,
  authority smallint not null,
  message uuid not null,
  content bigint not null,
  occurred_at timestamptz not null,
  time_flags smallint not null,
  intake_version smallint not null,
  replayed boolean not null,
  envelope text,
  body text not null,
  primary key (workspace, "offset", received_day)
) partition by range (received_day);

-- stage: where it was found out. `body` is byte-exact.
create table set_aside (
  workspace integer not null references workspace,
  id uuid not null,
  received_at timestamptz not null,
  source integer not null,
  import integer not null default 0,
  line bigint,
  stage text not null check (stage in ('intake', 'import', 'resolve')),
  code text not null,
  reason text not null,
  message_id text,
  authority smallint not null,
  envelope text,
  body bytea not null,
  status text not null default 'waiting' check (status in ('waiting', 'replayed', 'left-out')),
  note text,
  decided_by text,
  decided_at timestamptz,
  primary key (workspace, id)
);
create index set_aside_waiting on set_aside (workspace, code, received_at) where status = 'waiting';
create index set_aside_import on set_aside (workspace, import) where import <> 0;

-- Who reads a workspace's log, how far it has come, and the fence that keeps a paused owner from writing.
create table consumer (
  workspace integer not null references workspace,
  name text not null check (name in ('resolve', 'project')),
  "offset" bigint not null default 0,
  owner uuid,
  fence bigint not null default 0,
  leased_until timestamptz not null default '-infinity',
  primary key (workspace, name)
) with (fillfactor = 50);

create table source_day (
  workspace integer not null,
  source integer not null,
  day date not null,
  stored bigint not null default 0,
  duplicates bigint not null default 0,
  set_aside bigint not null default 0,
  last_received_at timestamptz not null,
  primary key (workspace, source, day),
  foreign key (workspace, source) references source
) with (fillfactor = 50);

create table import_run (
  workspace integer not null references workspace,
  import integer not null,
  id uuid not null,
  source integer not null,
  file_name text not null,
  file_hash bytea,
  file_bytes bigint,
  mapping text not null,
  state text not null check (state in ('waiting', 'running', 'resolving', 'done', 'failed', 'undoing', 'undone')),
  lines_read bigint not null default 0,
  interactions bigint not null default 0,
  accepted bigint not null default 0,
  duplicates bigint not null default 0,
  set_aside bigint not null default 0,
  resume jsonb,
  last_offset bigint,
  failure jsonb,
  created_by text not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  undone_at timestamptz,
  primary key (workspace, import),
  unique (workspace, id),
  foreign key (workspace, source) references source
);

-- Keys of imported messages never expire. The live row of a key is the one with the lowest offset; the others were duplicates,
-- kept so that taking back the first import lets the next one count.
create table seen_import (
  workspace integer not null,
  source integer not null,
  message uuid not null,
  import integer not null,
  "offset" bigint not null,
  content bigint not null,
  primary key (workspace, source, message, import)
);
create index seen_import_run on seen_import (workspace, import);

create table audit (
  workspace integer not null references workspace,
  id uuid not null,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  target text,
  detail jsonb,
  primary key (workspace, id)
);
create index audit_at on audit (workspace, at desc);
