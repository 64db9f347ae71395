-- Systems that tell by themselves what happened, in words of their own: how their deliveries are signed, and how they become messages.

create table webhook (
  workspace integer not null,
  source integer not null,
  -- How a delivery shows that it comes from whom it should: see SignatureScheme.
  scheme jsonb not null,
  -- Sealed with a key of the instance.
  secret bytea not null,
  secret_hint text not null,
  -- The header that names a delivery, where the scheme has none of its own.
  delivery_header text,
  -- A JSONata expression from a delivery to messages.
  mapping text not null,
  refused bigint not null default 0,
  last_refused_at timestamptz,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (workspace, source),
  foreign key (workspace, source) references source (workspace, source)
);

-- The last deliveries of each, for people to look at; what they held is in the log or set aside.
create table webhook_delivery (
  workspace integer not null,
  source integer not null,
  id uuid not null,
  received_at timestamptz not null,
  delivery text,
  bytes integer not null,
  outcome text not null check (outcome in ('kept', 'nothing', 'set-aside')),
  messages integer not null,
  reason text,
  primary key (workspace, source, id),
  foreign key (workspace, source) references webhook (workspace, source)
);

alter table set_aside drop constraint set_aside_stage_check;
alter table set_aside add constraint set_aside_stage_check check (stage in ('intake', 'import', 'resolve', 'webhook'));

create index source_by_id on source (id);

-- The address of a webhook is the id of its source, which is no secret; the signature is what opens it.
create function find_webhook(wanted uuid)
returns table (workspace integer, source integer, zone text, scheme jsonb, secret bytea, delivery_header text, mapping text)
language sql stable security definer set search_path = public as $$
  select w.workspace, w.source, s.zone, w.scheme, w.secret, w.delivery_header, w.mapping
  from webhook w
  join source s on s.workspace = w.workspace and s.source = w.source
  where s.id = wanted and s.archived_at is null
$$;
revoke execute on function find_webhook(uuid) from public;
grant execute on function find_webhook(uuid) to :app_role;

grant select, insert, update on webhook to :app_role;
grant select, insert, delete on webhook_delivery to :app_role;
grant select on webhook, webhook_delivery to :worker_role;
alter table webhook enable row level security;
alter table webhook force row level security;
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy own_workspace on webhook to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on webhook to :worker_role using (true) with check (true);
create policy owner_everything on webhook to current_user using (true) with check (true);
create policy own_workspace on webhook_delivery to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on webhook_delivery to :worker_role using (true) with check (true);
create policy owner_everything on webhook_delivery to current_user using (true) with check (true);
