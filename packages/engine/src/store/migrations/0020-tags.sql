-- What is made for a touchpoint and campaign so that whoever meets it can be told apart: tagged links, QR codes, voucher series, tracked numbers.

create table tag (
  workspace integer not null references workspace,
  id uuid not null,
  source integer not null,
  kind text not null check (kind in ('link', 'qr', 'vouchers', 'number')),
  name text not null,
  campaign text not null,
  touchpoint text not null,
  channel text not null,
  code text check (code ~ '^[A-Za-z0-9]{6,20}$'),
  target text check (target ~ '^https?://'),
  number text,
  created_by text not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace, id),
  foreign key (workspace, source) references source,
  check ((kind in ('link', 'qr')) = (code is not null) and (code is null) = (target is null)),
  check ((kind = 'number') = (number is not null))
);
create unique index tag_code on tag (code);
create unique index tag_number on tag (workspace, number) where archived_at is null;

create table voucher (
  workspace integer not null references workspace,
  code text not null,
  tag uuid not null,
  primary key (workspace, code),
  foreign key (workspace, tag) references tag
);
create index voucher_tag on voucher (workspace, tag);

grant select, insert, update on tag to :app_role;
grant select, insert on voucher to :app_role;
grant select on tag, voucher to :worker_role;
alter table tag enable row level security;
alter table tag force row level security;
alter table voucher enable row level security;
alter table voucher force row level security;
create policy own_workspace on tag to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on tag to :worker_role using (true) with check (true);
create policy owner_everything on tag to current_user using (true) with check (true);
create policy own_workspace on voucher to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on voucher to :worker_role using (true) with check (true);
create policy owner_everything on voucher to current_user using (true) with check (true);

-- Whoever follows a tagged link comes without a workspace.
create function find_tag(wanted text)
returns table (workspace integer, source integer, zone text, id uuid, kind text, campaign text, touchpoint text, channel text, target text)
language sql stable security definer
set search_path = public
as $$
  select t.workspace, t.source, s.zone, t.id, t.kind, t.campaign, t.touchpoint, t.channel, t.target
  from tag t
  join source s on s.workspace = t.workspace and s.source = t.source
  where t.code = wanted
$$;
revoke execute on function find_tag(text) from public;
grant execute on function find_tag(text) to :app_role;
