-- What went on and may explain what customers did. Told by a source (then with an offset; of one key the highest offset counts) or entered by people.

create table happening (
  workspace integer not null references workspace,
  id uuid not null,
  source integer,
  "offset" bigint,
  import integer not null default 0,
  key text,
  sort text not null check (sort in ('outage', 'price_change', 'strike', 'release', 'campaign', 'other')),
  what text not null,
  location text not null,
  known_from text not null,
  starts_at timestamptz not null,
  starts_on date,
  ends_at timestamptz,
  ends_on date,
  told_by text not null,
  told_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace, id),
  foreign key (workspace, source) references source,
  check ((source is null) = ("offset" is null) and (source is null) = (key is null)),
  check (ends_at > starts_at)
);
create unique index happening_offset on happening (workspace, "offset");
create index happening_key on happening (workspace, source, key, "offset" desc);
create index happening_import on happening (workspace, import) where import <> 0;

grant select, insert, update on happening to :app_role;
grant select, insert, update, delete on happening to :worker_role;
alter table happening enable row level security;
alter table happening force row level security;
create policy own_workspace on happening to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on happening to :worker_role using (true) with check (true);
create policy owner_everything on happening to current_user using (true) with check (true);
