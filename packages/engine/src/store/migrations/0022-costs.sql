-- What advertising cost, told by sources (of a day, campaign, channel and currency the highest offset counts), and rates: what one contact costs,
-- and what remains of the price of a product group.

create table ad_spend (
  workspace integer not null references workspace,
  "offset" bigint not null,
  source integer not null,
  import integer not null,
  day timestamptz not null,
  campaign text not null,
  channel text not null,
  amount numeric(18, 6) not null,
  currency text not null,
  received_at timestamptz not null,
  primary key (workspace, "offset"),
  foreign key (workspace, source) references source
);
create index ad_spend_day on ad_spend (workspace, day, source, campaign, channel, currency, "offset" desc);
create index ad_spend_import on ad_spend (workspace, import) where import <> 0;

create table cost_rate (
  workspace integer not null references workspace,
  id uuid not null,
  kind text not null check (kind in ('call', 'letter', 'text', 'other', 'margin')),
  subject text not null,
  amount numeric(18, 6) not null,
  currency text,
  valid_from date not null,
  valid_to date,
  made_by text not null,
  made_at timestamptz not null,
  primary key (workspace, id),
  check (valid_to >= valid_from),
  check ((kind = 'margin') = (currency is null)),
  check (kind <> 'margin' or amount between -100 and 100)
);

grant select on ad_spend to :app_role;
grant select, insert, update, delete on ad_spend to :worker_role;
grant select, insert, update, delete on cost_rate to :app_role;
grant select on cost_rate to :worker_role;
alter table ad_spend enable row level security;
alter table ad_spend force row level security;
alter table cost_rate enable row level security;
alter table cost_rate force row level security;
create policy own_workspace on ad_spend to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on ad_spend to :worker_role using (true) with check (true);
create policy owner_everything on ad_spend to current_user using (true) with check (true);
create policy own_workspace on cost_rate to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on cost_rate to :worker_role using (true) with check (true);
create policy owner_everything on cost_rate to current_user using (true) with check (true);
