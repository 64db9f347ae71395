-- People, their sessions, and what they may do where. Schema `auth` belongs to the sign-in library and knows no workspaces;
-- members, invitations and API tokens are a workspace's own rows, under row-level security like everything else.

create schema auth;

create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- `token` is worth nothing without the signature that the cookie carries.
create table auth.session (
  id uuid primary key,
  user_id uuid not null references auth."user" on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on auth.session (user_id);

-- `password` is an Argon2id hash.
create table auth.account (
  id uuid primary key,
  user_id uuid not null references auth."user" on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_user on auth.account (user_id);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

-- Tries to sign in, counted for an account and for an address; `subject` is a keyed hash of it.
create table auth.sign_in_try (
  subject bytea primary key,
  tries integer not null,
  window_ends_at timestamptz not null
) with (fillfactor = 70);

-- One-time links of the first set-up; all go when it is done.
create table auth.setup_link (
  token_hash bytea primary key,
  created_at timestamptz not null
);

create table member (
  workspace integer not null references workspace,
  user_id uuid not null references auth."user" on delete cascade,
  role text not null check (role in ('admin', 'viewer')),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz,
  primary key (workspace, user_id)
);
create index member_user on member (user_id);

create table invitation (
  workspace integer not null references workspace,
  id uuid not null,
  token_hash bytea not null,
  email text,
  role text not null check (role in ('admin', 'viewer')),
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace, id)
);
create unique index invitation_token on invitation (token_hash);

create table api_token (
  workspace integer not null references workspace,
  id uuid not null,
  name text not null,
  role text not null check (role in ('admin', 'viewer')),
  token_hash bytea not null,
  hint text not null,
  created_by text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace, id)
);
create unique index api_token_hash on api_token (token_hash);

-- The answer to a request that carried an idempotency key, encrypted since it may hold a secret shown once. No status: not answered yet.
create table idempotency_key (
  workspace integer not null references workspace,
  caller text not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  answer bytea,
  created_at timestamptz not null,
  primary key (workspace, caller, key)
);
create index idempotency_key_created on idempotency_key (workspace, created_at);

grant usage on schema auth to :app_role, :worker_role;
grant select, insert, update, delete on all tables in schema auth to :app_role;
grant select on auth."user" to :worker_role;
grant select, insert, update, delete on member, idempotency_key to :app_role;
grant select, insert, update on invitation, api_token to :app_role;
grant select, insert, update, delete on member, invitation, api_token, idempotency_key to :worker_role;

do $$
declare
  t text;
begin
  foreach t in array array['member', 'invitation', 'api_token', 'idempotency_key']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to :app_role using (workspace = current_setting(''app.workspace'', true)::integer)', t);
    execute format('create policy all_workspaces on %I to :worker_role using (true) with check (true)', t);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', t);
  end loop;
end
$$;

-- What must be known before the workspace is: each function answers one question and nothing else.

create function workspaces_of_user(wanted uuid)
returns table (workspace integer, slug text, name text, role text, country text, zone text, currency text)
language sql stable security definer
set search_path = public
as $$
  select w.workspace, w.slug, w.name, m.role, w.country, w.zone, w.currency
  from member m
  join workspace w on w.workspace = m.workspace
  where m.user_id = wanted
  order by w.workspace
$$;

create function every_workspace()
returns table (workspace integer, slug text, name text, country text, zone text, currency text)
language sql stable security definer
set search_path = public
as $$
  select w.workspace, w.slug, w.name, w.country, w.zone, w.currency
  from workspace w
  order by w.workspace
$$;

create function find_membership(wanted_user uuid, wanted_slug text)
returns table (workspace integer, role text)
language sql stable security definer
set search_path = public
as $$
  select m.workspace, m.role
  from workspace w
  join member m on m.workspace = w.workspace and m.user_id = wanted_user
  where w.slug = wanted_slug
$$;

create function find_api_token(wanted bytea)
returns table (workspace integer, slug text, id uuid, name text, role text, last_used_at timestamptz)
language sql stable security definer
set search_path = public
as $$
  select t.workspace, w.slug, t.id, t.name, t.role, t.last_used_at
  from api_token t
  join workspace w on w.workspace = t.workspace
  where t.token_hash = wanted and t.revoked_at is null
$$;

create function find_invitation(wanted bytea, asked_at timestamptz)
returns table (workspace integer, slug text, id uuid, email text, role text)
language sql stable security definer
set search_path = public
as $$
  select i.workspace, w.slug, i.id, i.email, i.role
  from invitation i
  join workspace w on w.workspace = i.workspace
  where i.token_hash = wanted and i.used_at is null and i.expires_at > asked_at
$$;

-- A person without any workspace left is forgotten, sessions and password included.
create function forget_user_without_workspace(wanted uuid) returns void
language sql security definer
set search_path = public
as $$
  delete from auth."user" u
  where u.id = wanted and not exists (select from member m where m.user_id = u.id)
$$;

-- A workspace with everything its log and its identity stand on. Source 0 stands for people's own decisions.
-- Of a taken slug the next free one with a number is used.
create function create_workspace(
  new_id uuid, wanted_slug text, new_name text, new_country text, new_zone text, new_currency text, new_language text,
  new_week_starts_on integer, decisions_id uuid, decisions_name text, new_at timestamptz)
returns table (workspace integer, slug text)
language plpgsql security definer
set search_path = public
as $$
#variable_conflict use_column
declare
  made integer;
  free_slug text := wanted_slug;
  n integer := 1;
begin
  perform pg_advisory_xact_lock(hashtext('throughline.create-workspace'));
  while exists (select from workspace w where w.slug = free_slug) loop
    n := n + 1;
    free_slug := left(wanted_slug, 55) || '-' || n;
  end loop;
  insert into workspace (id, slug, name, country, zone, currency, language, week_starts_on, created_at)
  values (new_id, free_slug, new_name, new_country, new_zone, new_currency, new_language, new_week_starts_on, new_at)
  returning workspace.workspace into made;
  insert into intake_head (workspace) values (made);
  insert into resolve_head (workspace) values (made);
  insert into consumer (workspace, name) values (made, 'resolve'), (made, 'project');
  insert into source (workspace, source, id, name, channel, trust, zone, country, currency, created_at)
  values (made, 0, decisions_id, decisions_name, 'internal', 100, new_zone, new_country, new_currency, new_at);
  return query select made, free_slug;
end
$$;

revoke execute on function workspaces_of_user(uuid), every_workspace(), find_membership(uuid, text), find_api_token(bytea),
  find_invitation(bytea, timestamptz), forget_user_without_workspace(uuid),
  create_workspace(uuid, text, text, text, text, text, text, integer, uuid, text, timestamptz) from public;
grant execute on function workspaces_of_user(uuid), every_workspace(), find_membership(uuid, text), find_api_token(bytea),
  find_invitation(bytea, timestamptz), forget_user_without_workspace(uuid),
  create_workspace(uuid, text, text, text, text, text, text, integer, uuid, text, timestamptz) to :app_role, :worker_role;

-- Times that name no zone have their source's.
drop function find_write_key(bytea);
create function find_write_key(wanted bytea)
returns table (workspace integer, source integer, kind text, zone text)
language sql stable security definer
set search_path = public
as $$
  select k.workspace, k.source, k.kind, s.zone
  from write_key k
  join source s on s.workspace = k.workspace and s.source = k.source
  where k.key_hash = wanted and k.revoked_at is null
$$;
revoke execute on function find_write_key(bytea) from public;
grant execute on function find_write_key(bytea) to :app_role, :worker_role;
