-- Dumped from the catalogs after all migrations: node packages/engine/bin/dump-schema.mjs. Do not edit.

create schema auth;

create extension pg_trgm;

create table auth.account (
  id uuid not null,
  user_id uuid not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX account_user ON auth.account USING btree (user_id);
grant delete, insert, select, update on auth.account to :app_role;

create table auth.session (
  id uuid not null,
  user_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX session_of_user ON auth.session USING btree (user_id);
grant delete, insert, select, update on auth.session to :app_role;

create table auth.setup_link (
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  constraint setup_link_pkey PRIMARY KEY (token_hash)
);
grant delete, insert, select, update on auth.setup_link to :app_role;

create table auth.sign_in_try (
  subject bytea not null,
  tries integer not null,
  window_ends_at timestamp with time zone not null,
  constraint sign_in_try_pkey PRIMARY KEY (subject)
) with (fillfactor=70);
grant delete, insert, select, update on auth.sign_in_try to :app_role;

create table auth."user" (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  language text default 'en'::text not null,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email),
  constraint user_email_check CHECK ((email = lower(email)))
);
grant delete, insert, select, update on auth."user" to :app_role;
grant select on auth."user" to :worker_role;

create table auth.verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);
grant delete, insert, select, update on auth.verification to :app_role;

create table ad_spend (
  workspace integer not null,
  "offset" bigint not null,
  source integer not null,
  import integer not null,
  day timestamp with time zone not null,
  campaign text not null,
  channel text not null,
  amount numeric(18,6) not null,
  currency text not null,
  received_at timestamp with time zone not null,
  constraint ad_spend_pkey PRIMARY KEY (workspace, "offset"),
  constraint ad_spend_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint ad_spend_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES source(workspace, source)
);
CREATE INDEX ad_spend_day ON public.ad_spend USING btree (workspace, day, source, campaign, channel, currency, "offset" DESC);
CREATE INDEX ad_spend_import ON public.ad_spend USING btree (workspace, import) WHERE (import <> 0);
alter table ad_spend enable row level security;
alter table ad_spend force row level security;
create policy all_workspaces on ad_spend to :worker_role using (true) with check (true);
create policy own_workspace on ad_spend to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on ad_spend to :owner_role using (true) with check (true);
grant delete, insert, select, update on ad_spend to :worker_role;
grant select on ad_spend to :app_role;

create table api_token (
  workspace integer not null,
  id uuid not null,
  name text not null,
  role text not null,
  token_hash bytea not null,
  hint text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (workspace, id),
  constraint api_token_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint api_token_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'viewer'::text])))
);
CREATE UNIQUE INDEX api_token_hash ON public.api_token USING btree (token_hash);
alter table api_token enable row level security;
alter table api_token force row level security;
create policy all_workspaces on api_token to :worker_role using (true) with check (true);
create policy own_workspace on api_token to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on api_token to :owner_role using (true) with check (true);
grant delete, insert, select, update on api_token to :worker_role;
grant insert, select, update on api_token to :app_role;

create table archive_file (
  workspace integer not null,
  day date not null,
  part integer not null,
  file text not null,
  lo bigint not null,
  hi bigint not null,
  rows integer not null,
  bytes bigint not null,
  sha256 text not null,
  created_at timestamp with time zone not null,
  constraint archive_file_pkey PRIMARY KEY (workspace, day, part),
  constraint archive_file_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint archive_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE UNIQUE INDEX archive_file_hi ON public.archive_file USING btree (workspace, hi);
alter table archive_file enable row level security;
alter table archive_file force row level security;
create policy all_workspaces on archive_file to :worker_role using (true) with check (true);
create policy own_workspace on archive_file to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on archive_file to :owner_role using (true) with check (true);
grant delete, insert, select, update on archive_file to :worker_role;
grant select on archive_file to :app_role;

create table audit (
  workspace integer not null,
  id uuid not null,
  at timestamp with time zone default now() not null,
  actor text not null,
  action text not null,
  target text,
  detail jsonb,
  constraint audit_pkey PRIMARY KEY (workspace, id),
  constraint audit_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX audit_at ON public.audit USING btree (workspace, at DESC);
alter table audit enable row level security;
alter table audit force row level security;
create policy all_workspaces on audit to :worker_role using (true) with check (true);
create policy own_workspace on audit to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on audit to :owner_role using (true) with check (true);
grant delete, insert, select, update on audit to :worker_role;
grant insert, select on audit to :app_role;

create table channel_rule (
  workspace integer not null,
  id uuid not null,
  field text not null,
  value text not null,
  channel text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  constraint channel_rule_pkey PRIMARY KEY (workspace, id),
  constraint channel_rule_workspace_field_value_key UNIQUE (workspace, field, value),
  constraint channel_rule_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint channel_rule_field_check CHECK ((field = ANY (ARRAY['source'::text, 'medium'::text, 'referrer'::text]))),
  constraint channel_rule_value_check CHECK (((value <> ''::text) AND (value = lower(value))))
);
alter table channel_rule enable row level security;
alter table channel_rule force row level security;
create policy all_workspaces on channel_rule to :worker_role using (true) with check (true);
create policy own_workspace on channel_rule to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on channel_rule to :owner_role using (true) with check (true);
grant delete, insert, select, update on channel_rule to :app_role;
grant select on channel_rule to :worker_role;

create table claim (
  workspace integer not null,
  node bigint not null,
  trait text not null,
  source integer not null,
  import integer not null,
  value_hash uuid not null,
  value text not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  last_message uuid not null,
  times bigint not null,
  constraint claim_pkey PRIMARY KEY (workspace, node, trait, source, import, value_hash),
  constraint claim_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=80);
CREATE INDEX claim_import ON public.claim USING btree (workspace, import) WHERE (import <> 0);
alter table claim enable row level security;
alter table claim force row level security;
create policy all_workspaces on claim to :worker_role using (true) with check (true);
create policy own_workspace on claim to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on claim to :owner_role using (true) with check (true);
grant delete, insert, select, update on claim to :worker_role;
grant select on claim to :app_role;

create table code_word (
  workspace integer not null,
  kind text not null,
  code integer not null,
  word text not null,
  constraint code_word_pkey PRIMARY KEY (workspace, kind, code),
  constraint code_word_workspace_kind_word_key UNIQUE (workspace, kind, word),
  constraint code_word_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
alter table code_word enable row level security;
alter table code_word force row level security;
create policy all_workspaces on code_word to :worker_role using (true) with check (true);
create policy own_workspace on code_word to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on code_word to :owner_role using (true) with check (true);
grant delete, insert, select, update on code_word to :worker_role;
grant select on code_word to :app_role;

create table consumer (
  workspace integer not null,
  name text not null,
  "offset" bigint default 0 not null,
  owner uuid,
  fence bigint default 0 not null,
  leased_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
  constraint consumer_pkey PRIMARY KEY (workspace, name),
  constraint consumer_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint consumer_name_check CHECK ((name = ANY (ARRAY['resolve'::text, 'project'::text])))
) with (fillfactor=50);
alter table consumer enable row level security;
alter table consumer force row level security;
create policy all_workspaces on consumer to :worker_role using (true) with check (true);
create policy own_workspace on consumer to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on consumer to :owner_role using (true) with check (true);
grant delete, insert, select, update on consumer to :worker_role;
grant select on consumer to :app_role;

create table cost_rate (
  workspace integer not null,
  id uuid not null,
  kind text not null,
  subject text not null,
  amount numeric(18,6) not null,
  currency text,
  valid_from date not null,
  valid_to date,
  made_by text not null,
  made_at timestamp with time zone not null,
  constraint cost_rate_pkey PRIMARY KEY (workspace, id),
  constraint cost_rate_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint cost_rate_check CHECK ((valid_to >= valid_from)),
  constraint cost_rate_check1 CHECK (((kind = 'margin'::text) = (currency IS NULL))),
  constraint cost_rate_check2 CHECK (((kind <> 'margin'::text) OR ((amount >= ('-100'::integer)::numeric) AND (amount <= (100)::numeric)))),
  constraint cost_rate_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'letter'::text, 'text'::text, 'other'::text, 'margin'::text])))
);
alter table cost_rate enable row level security;
alter table cost_rate force row level security;
create policy all_workspaces on cost_rate to :worker_role using (true) with check (true);
create policy own_workspace on cost_rate to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on cost_rate to :owner_role using (true) with check (true);
grant delete, insert, select, update on cost_rate to :app_role;
grant select on cost_rate to :worker_role;

create table count_value (
  workspace integer not null,
  "offset" bigint not null,
  source integer not null,
  import integer not null,
  measure text not null,
  location text not null,
  touchpoint text not null,
  per text not null,
  starts_at timestamp with time zone not null,
  value numeric(18,6) not null,
  adds boolean not null,
  received_at timestamp with time zone not null,
  constraint count_value_pkey PRIMARY KEY (workspace, "offset"),
  constraint count_value_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint count_value_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES source(workspace, source),
  constraint count_value_per_check CHECK ((per = ANY (ARRAY['minute'::text, 'quarter_hour'::text, 'hour'::text, 'day'::text, 'week'::text, 'month'::text]))),
  constraint count_value_value_check CHECK ((value >= (0)::numeric))
);
CREATE INDEX count_value_bucket ON public.count_value USING btree (workspace, measure, per, starts_at, source, location, touchpoint, "offset" DESC);
CREATE INDEX count_value_import ON public.count_value USING btree (workspace, import) WHERE (import <> 0);
alter table count_value enable row level security;
alter table count_value force row level security;
create policy all_workspaces on count_value to :worker_role using (true) with check (true);
create policy own_workspace on count_value to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on count_value to :owner_role using (true) with check (true);
grant delete, insert, select, update on count_value to :worker_role;
grant select on count_value to :app_role;

create table database_host (
  workspace integer not null,
  id uuid not null,
  host text not null,
  port integer not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  constraint database_host_pkey PRIMARY KEY (workspace, id),
  constraint database_host_workspace_host_port_key UNIQUE (workspace, host, port),
  constraint database_host_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint database_host_port_check CHECK (((port >= 1) AND (port <= 65535)))
);
alter table database_host enable row level security;
alter table database_host force row level security;
create policy all_workspaces on database_host to :worker_role using (true) with check (true);
create policy own_workspace on database_host to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on database_host to :owner_role using (true) with check (true);
grant delete, insert, select on database_host to :app_role;
grant select on database_host to :worker_role;

create table findable_identifier (
  workspace integer not null,
  node bigint not null,
  part text not null,
  constraint findable_identifier_pkey PRIMARY KEY (workspace, node),
  constraint findable_identifier_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX findable_identifier_part ON public.findable_identifier USING gin (part gin_trgm_ops) WITH (gin_pending_list_limit='256');
alter table findable_identifier enable row level security;
alter table findable_identifier force row level security;
create policy all_workspaces on findable_identifier to :worker_role using (true) with check (true);
create policy own_workspace on findable_identifier to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on findable_identifier to :owner_role using (true) with check (true);
grant delete, insert, select, update on findable_identifier to :worker_role;
grant select on findable_identifier to :app_role;

create table findable_person (
  workspace integer not null,
  person bigint not null,
  words tsvector not null,
  constraint findable_person_pkey PRIMARY KEY (workspace, person),
  constraint findable_person_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=90);
CREATE INDEX findable_person_words ON public.findable_person USING gin (words) WITH (gin_pending_list_limit='256');
alter table findable_person enable row level security;
alter table findable_person force row level security;
create policy all_workspaces on findable_person to :worker_role using (true) with check (true);
create policy own_workspace on findable_person to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on findable_person to :owner_role using (true) with check (true);
grant delete, insert, select, update on findable_person to :worker_role;
grant select on findable_person to :app_role;

create table folded_partition (
  workspace integer not null,
  month integer not null,
  version bigint not null,
  constraint folded_partition_pkey PRIMARY KEY (workspace, month),
  constraint folded_partition_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
grant delete, insert, select, update on folded_partition to :worker_role;

create table happening (
  workspace integer not null,
  id uuid not null,
  source integer,
  "offset" bigint,
  import integer default 0 not null,
  key text,
  sort text not null,
  what text not null,
  location text not null,
  known_from text not null,
  starts_at timestamp with time zone not null,
  starts_on date,
  ends_at timestamp with time zone,
  ends_on date,
  told_by text not null,
  told_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint happening_pkey PRIMARY KEY (workspace, id),
  constraint happening_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint happening_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES source(workspace, source),
  constraint happening_check CHECK ((((source IS NULL) = ("offset" IS NULL)) AND ((source IS NULL) = (key IS NULL)))),
  constraint happening_check1 CHECK ((ends_at > starts_at)),
  constraint happening_sort_check CHECK ((sort = ANY (ARRAY['outage'::text, 'price_change'::text, 'strike'::text, 'release'::text, 'campaign'::text, 'other'::text])))
);
CREATE INDEX happening_import ON public.happening USING btree (workspace, import) WHERE (import <> 0);
CREATE INDEX happening_key ON public.happening USING btree (workspace, source, key, "offset" DESC);
CREATE UNIQUE INDEX happening_offset ON public.happening USING btree (workspace, "offset");
alter table happening enable row level security;
alter table happening force row level security;
create policy all_workspaces on happening to :worker_role using (true) with check (true);
create policy own_workspace on happening to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on happening to :owner_role using (true) with check (true);
grant delete, insert, select, update on happening to :worker_role;
grant insert, select, update on happening to :app_role;

create table idempotency_key (
  workspace integer not null,
  caller text not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  answer bytea,
  created_at timestamp with time zone not null,
  constraint idempotency_key_pkey PRIMARY KEY (workspace, caller, key),
  constraint idempotency_key_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX idempotency_key_created ON public.idempotency_key USING btree (workspace, created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy all_workspaces on idempotency_key to :worker_role using (true) with check (true);
create policy own_workspace on idempotency_key to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on idempotency_key to :owner_role using (true) with check (true);
grant delete, insert, select, update on idempotency_key to :app_role;
grant delete, insert, select, update on idempotency_key to :worker_role;

create table identifier (
  workspace integer not null,
  node bigint not null,
  id uuid not null,
  namespace smallint not null,
  value text not null,
  component bigint not null,
  state smallint default 0 not null,
  created_at timestamp with time zone not null,
  constraint identifier_pkey PRIMARY KEY (workspace, node),
  constraint identifier_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=80);
CREATE INDEX identifier_component ON public.identifier USING btree (workspace, component);
CREATE INDEX identifier_hub ON public.identifier USING btree (workspace, node) WHERE (state = 2);
CREATE UNIQUE INDEX identifier_id ON public.identifier USING btree (workspace, id);
CREATE UNIQUE INDEX identifier_value ON public.identifier USING btree (workspace, namespace, value text_pattern_ops);
alter table identifier enable row level security;
alter table identifier force row level security;
create policy all_workspaces on identifier to :worker_role using (true) with check (true);
create policy own_workspace on identifier to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on identifier to :owner_role using (true) with check (true);
grant delete, insert, select, update on identifier to :worker_role;
grant select on identifier to :app_role;

create table import_run (
  workspace integer not null,
  import integer not null,
  id uuid not null,
  source integer not null,
  file_name text not null,
  file_hash bytea,
  file_bytes bigint,
  mapping text not null,
  state text not null,
  lines_read bigint default 0 not null,
  interactions bigint default 0 not null,
  accepted bigint default 0 not null,
  duplicates bigint default 0 not null,
  set_aside bigint default 0 not null,
  resume jsonb,
  last_offset bigint,
  failure jsonb,
  created_by text not null,
  created_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint import_run_pkey PRIMARY KEY (workspace, import),
  constraint import_run_workspace_id_key UNIQUE (workspace, id),
  constraint import_run_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint import_run_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES source(workspace, source),
  constraint import_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'resolving'::text, 'done'::text, 'failed'::text, 'undoing'::text, 'undone'::text])))
);
alter table import_run enable row level security;
alter table import_run force row level security;
create policy all_workspaces on import_run to :worker_role using (true) with check (true);
create policy own_workspace on import_run to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on import_run to :owner_role using (true) with check (true);
grant delete, insert, select, update on import_run to :worker_role;
grant insert, select, update on import_run to :app_role;

create table intake (
  workspace integer not null,
  "offset" bigint not null,
  received_day date not null,
  received_at timestamp with time zone not null,
  source integer not null,
  import integer not null,
  kind smallint not null,
  authority smallint not null,
  message uuid not null,
  content bigint not null,
  occurred_at timestamp with time zone not null,
  time_flags smallint not null,
  intake_version smallint not null,
  replayed boolean not null,
  envelope text,
  body text not null,
  constraint intake_pkey PRIMARY KEY (workspace, "offset", received_day)
) partition by RANGE (received_day);
grant delete, insert, select, update on intake to :worker_role;
grant insert on intake to :intake_role;

create table intake_head (
  workspace integer not null,
  next_offset bigint default 1 not null,
  constraint intake_head_pkey PRIMARY KEY (workspace),
  constraint intake_head_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=50);
grant delete, insert, select, update on intake_head to :worker_role;
grant select, update on intake_head to :intake_role;

create table invitation (
  workspace integer not null,
  id uuid not null,
  token_hash bytea not null,
  email text,
  role text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (workspace, id),
  constraint invitation_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'viewer'::text])))
);
CREATE UNIQUE INDEX invitation_token ON public.invitation USING btree (token_hash);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy all_workspaces on invitation to :worker_role using (true) with check (true);
create policy own_workspace on invitation to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on invitation to :owner_role using (true) with check (true);
grant delete, insert, select, update on invitation to :worker_role;
grant insert, select, update on invitation to :app_role;

create table join_list (
  workspace integer not null,
  id uuid not null,
  name text not null,
  matches uuid[] not null,
  last_offset bigint,
  made_by text not null,
  made_at timestamp with time zone not null,
  undone_by text,
  undone_at timestamp with time zone,
  undo_offset bigint,
  constraint join_list_pkey PRIMARY KEY (workspace, id),
  constraint join_list_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX join_list_made ON public.join_list USING btree (workspace, made_at DESC);
alter table join_list enable row level security;
alter table join_list force row level security;
create policy all_workspaces on join_list to :worker_role using (true) with check (true);
create policy own_workspace on join_list to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on join_list to :owner_role using (true) with check (true);
grant delete, insert, select, update on join_list to :worker_role;
grant insert, select, update on join_list to :app_role;

create table kept_answer (
  workspace integer not null,
  question text not null,
  answer jsonb not null,
  as_of timestamp with time zone not null,
  state text not null,
  imports text not null,
  computed_at timestamp with time zone not null,
  took_ms double precision not null,
  constraint kept_answer_pkey PRIMARY KEY (workspace, question),
  constraint kept_answer_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
alter table kept_answer enable row level security;
alter table kept_answer force row level security;
create policy all_workspaces on kept_answer to :worker_role using (true) with check (true);
create policy own_workspace on kept_answer to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on kept_answer to :owner_role using (true) with check (true);
grant delete, insert, select, update on kept_answer to :app_role;
grant delete, insert, select, update on kept_answer to :worker_role;

create table kept_node (
  workspace integer not null,
  node bigint not null,
  import integer not null,
  constraint kept_node_pkey PRIMARY KEY (workspace, node, import),
  constraint kept_node_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX kept_node_import ON public.kept_node USING btree (workspace, import) WHERE (import <> 0);
grant delete, insert, select, update on kept_node to :worker_role;

create table location (
  workspace integer not null,
  id uuid not null,
  parent uuid,
  kind text not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint location_pkey PRIMARY KEY (workspace, id),
  constraint location_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint location_workspace_parent_fkey FOREIGN KEY (workspace, parent) REFERENCES location(workspace, id),
  constraint location_check CHECK ((parent <> id)),
  constraint location_kind_check CHECK ((kind = ANY (ARRAY['country'::text, 'region'::text, 'store'::text, 'call_centre'::text, 'other'::text])))
);
CREATE INDEX location_parent ON public.location USING btree (workspace, parent);
alter table location enable row level security;
alter table location force row level security;
create policy all_workspaces on location to :worker_role using (true) with check (true);
create policy own_workspace on location to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on location to :owner_role using (true) with check (true);
grant delete, insert, select, update on location to :app_role;
grant select on location to :worker_role;

create table location_code (
  workspace integer not null,
  code text not null,
  location uuid not null,
  constraint location_code_pkey PRIMARY KEY (workspace, code),
  constraint location_code_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint location_code_workspace_location_fkey FOREIGN KEY (workspace, location) REFERENCES location(workspace, id) ON DELETE CASCADE,
  constraint location_code_code_check CHECK ((code <> ''::text))
);
CREATE INDEX location_code_location ON public.location_code USING btree (workspace, location);
alter table location_code enable row level security;
alter table location_code force row level security;
create policy all_workspaces on location_code to :worker_role using (true) with check (true);
create policy own_workspace on location_code to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on location_code to :owner_role using (true) with check (true);
grant delete, insert, select, update on location_code to :app_role;
grant select on location_code to :worker_role;

create table losing_node (
  workspace integer not null,
  node bigint not null,
  constraint losing_node_pkey PRIMARY KEY (workspace, node),
  constraint losing_node_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
grant delete, insert, select, update on losing_node to :worker_role;

create table manifest (
  workspace integer not null,
  batch bigint not null,
  epoch integer not null,
  lo bigint not null,
  hi bigint not null,
  import integer not null,
  offsets bigint[] not null,
  nodes bigint[] not null,
  persons bigint[] not null,
  message_sum bigint not null,
  node_sum bigint not null,
  removes boolean default false not null,
  superseded boolean default false not null,
  archived boolean default false not null,
  created_at timestamp with time zone default now() not null,
  replaces bigint[] default '{}'::bigint[] not null,
  constraint manifest_pkey PRIMARY KEY (workspace, batch),
  constraint manifest_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX manifest_import ON public.manifest USING btree (workspace, import) WHERE (import <> 0);
CREATE INDEX manifest_span ON public.manifest USING btree (workspace, hi, lo) WHERE ((NOT removes) AND (NOT superseded));
grant delete, insert, select, update on manifest to :worker_role;

create table match (
  workspace integer not null,
  match bigint not null,
  id uuid not null,
  key bytea not null,
  source integer not null,
  import integer not null,
  kind smallint not null,
  strength smallint not null,
  first_at timestamp with time zone not null,
  home bigint not null,
  nodes bigint[] not null,
  decided_by text,
  note text,
  created_at timestamp with time zone not null,
  constraint match_pkey PRIMARY KEY (workspace, match),
  constraint match_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=90);
CREATE INDEX match_decision ON public.match USING gin (nodes) WHERE (kind >= 3);
CREATE INDEX match_home ON public.match USING btree (workspace, home);
CREATE UNIQUE INDEX match_id ON public.match USING btree (workspace, id);
CREATE INDEX match_import ON public.match USING btree (workspace, import) WHERE (import <> 0);
CREATE UNIQUE INDEX match_key ON public.match USING btree (workspace, key, import);
alter table match enable row level security;
alter table match force row level security;
create policy all_workspaces on match to :worker_role using (true) with check (true);
create policy own_workspace on match to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on match to :owner_role using (true) with check (true);
grant delete, insert, select, update on match to :worker_role;
grant select on match to :app_role;

create table member (
  workspace integer not null,
  user_id uuid not null,
  role text not null,
  created_at timestamp with time zone default now() not null,
  last_seen_at timestamp with time zone,
  constraint member_pkey PRIMARY KEY (workspace, user_id),
  constraint member_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint member_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint member_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'viewer'::text])))
);
CREATE INDEX member_user ON public.member USING btree (user_id);
alter table member enable row level security;
alter table member force row level security;
create policy all_workspaces on member to :worker_role using (true) with check (true);
create policy own_workspace on member to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on member to :owner_role using (true) with check (true);
grant delete, insert, select, update on member to :app_role;
grant delete, insert, select, update on member to :worker_role;

create table mending (
  workspace integer not null,
  id uuid not null,
  code text not null,
  import integer not null,
  act jsonb not null,
  state text not null,
  waiting bigint not null,
  replayed bigint default 0 not null,
  still_aside bigint default 0 not null,
  left_out bigint default 0 not null,
  place_at timestamp with time zone default '-infinity'::timestamp with time zone not null,
  place_id uuid default '00000000-0000-0000-0000-000000000000'::uuid not null,
  failure jsonb,
  created_by text not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint mending_pkey PRIMARY KEY (workspace, id),
  constraint mending_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint mending_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'stopped'::text])))
);
CREATE INDEX mending_finished ON public.mending USING btree (workspace, finished_at);
CREATE UNIQUE INDEX mending_running ON public.mending USING btree (workspace, code, import) WHERE (state = 'running'::text);
alter table mending enable row level security;
alter table mending force row level security;
create policy all_workspaces on mending to :worker_role using (true) with check (true);
create policy intake_advances on mending for update to :intake_role using (true) with check (true);
create policy intake_reads on mending for select to :intake_role using (true);
create policy own_workspace on mending to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on mending to :owner_role using (true) with check (true);
grant delete, insert, select, update on mending to :worker_role;
grant insert, select, update on mending to :app_role;
grant select (id) on mending to :intake_role;
grant select (replayed), update (replayed) on mending to :intake_role;
grant select (state) on mending to :intake_role;
grant select (still_aside), update (still_aside) on mending to :intake_role;
grant select (workspace) on mending to :intake_role;
grant update (place_at) on mending to :intake_role;
grant update (place_id) on mending to :intake_role;

create table moved_message (
  workspace integer not null,
  "offset" bigint not null,
  node bigint not null,
  constraint moved_message_pkey PRIMARY KEY (workspace, "offset"),
  constraint moved_message_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
grant delete, insert, select, update on moved_message to :worker_role;

create table name_word (
  workspace integer not null,
  word text not null,
  persons integer not null,
  constraint name_word_pkey PRIMARY KEY (workspace, word),
  constraint name_word_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=70);
CREATE INDEX name_word_begins ON public.name_word USING btree (workspace, word text_pattern_ops);
CREATE INDEX name_word_like ON public.name_word USING gin (word gin_trgm_ops) WITH (fastupdate=off);
alter table name_word enable row level security;
alter table name_word force row level security;
create policy all_workspaces on name_word to :worker_role using (true) with check (true);
create policy own_workspace on name_word to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on name_word to :owner_role using (true) with check (true);
grant delete, insert, select, update on name_word to :worker_role;
grant select on name_word to :app_role;

create table namespace (
  workspace integer not null,
  code smallint not null,
  name text not null,
  constraint namespace_pkey PRIMARY KEY (workspace, code),
  constraint namespace_workspace_name_key UNIQUE (workspace, name),
  constraint namespace_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
alter table namespace enable row level security;
alter table namespace force row level security;
create policy all_workspaces on namespace to :worker_role using (true) with check (true);
create policy own_workspace on namespace to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on namespace to :owner_role using (true) with check (true);
grant delete, insert, select, update on namespace to :worker_role;
grant select on namespace to :app_role;

create table node_activity (
  workspace integer not null,
  node bigint not null,
  import integer not null,
  interactions bigint not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  channels bigint not null,
  constraint node_activity_pkey PRIMARY KEY (workspace, node, import),
  constraint node_activity_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=70);
CREATE INDEX node_activity_import ON public.node_activity USING btree (workspace, import) WHERE (import <> 0);
alter table node_activity enable row level security;
alter table node_activity force row level security;
create policy all_workspaces on node_activity to :worker_role using (true) with check (true);
create policy own_workspace on node_activity to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on node_activity to :owner_role using (true) with check (true);
grant delete, insert, select, update on node_activity to :worker_role;
grant select on node_activity to :app_role;

create table node_person (
  workspace integer not null,
  node bigint not null,
  valid_from timestamp with time zone default '-infinity'::timestamp with time zone not null,
  valid_to timestamp with time zone default 'infinity'::timestamp with time zone not null,
  person bigint not null,
  constraint node_person_pkey PRIMARY KEY (workspace, node, valid_from),
  constraint node_person_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=80);
CREATE INDEX node_person_person ON public.node_person USING btree (workspace, person);
alter table node_person enable row level security;
alter table node_person force row level security;
create policy all_workspaces on node_person to :worker_role using (true) with check (true);
create policy own_workspace on node_person to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on node_person to :owner_role using (true) with check (true);
grant delete, insert, select, update on node_person to :worker_role;
grant select on node_person to :app_role;

create table override (
  workspace integer not null,
  version bigint not null,
  batch bigint not null,
  node bigint not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  person bigint not null,
  was bigint not null,
  folded boolean default false not null,
  constraint override_pkey PRIMARY KEY (workspace, version, node, valid_from),
  constraint override_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX override_batch ON public.override USING btree (workspace, batch);
CREATE INDEX override_open ON public.override USING btree (workspace, version) WHERE (NOT folded);
grant delete, insert, select, update on override to :worker_role;

create table person (
  workspace integer not null,
  person bigint not null,
  recognised boolean not null,
  name text,
  golden jsonb default '[]'::jsonb not null,
  interactions bigint default 0 not null,
  first_at timestamp with time zone,
  last_at timestamp with time zone,
  channels bigint default 0 not null,
  contradicted text[] default '{}'::text[] not null,
  constraint person_pkey PRIMARY KEY (workspace, person),
  constraint person_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=70);
CREATE INDEX person_contradicted ON public.person USING btree (workspace, person) WHERE (contradicted <> '{}'::text[]);
CREATE INDEX person_last ON public.person USING btree (workspace, recognised, last_at DESC NULLS LAST, person) INCLUDE (channels);
CREATE INDEX person_name ON public.person USING btree (workspace, recognised, lower(name) text_pattern_ops, person) WHERE (name IS NOT NULL);
alter table person enable row level security;
alter table person force row level security;
create policy all_workspaces on person to :worker_role using (true) with check (true);
create policy own_workspace on person to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on person to :owner_role using (true) with check (true);
grant delete, insert, select, update on person to :worker_role;
grant select on person to :app_role;

create table person_change (
  workspace integer not null,
  change bigint not null,
  kind text not null,
  from_id uuid not null,
  to_id uuid not null,
  identifiers integer not null,
  cause text not null,
  at timestamp with time zone not null,
  constraint person_change_pkey PRIMARY KEY (workspace, change),
  constraint person_change_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint person_change_kind_check CHECK ((kind = ANY (ARRAY['joined'::text, 'split'::text, 'moved'::text])))
);
alter table person_change enable row level security;
alter table person_change force row level security;
create policy all_workspaces on person_change to :worker_role using (true) with check (true);
create policy own_workspace on person_change to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on person_change to :owner_role using (true) with check (true);
grant delete, insert, select, update on person_change to :worker_role;
grant select on person_change to :app_role;

create table person_of_user (
  workspace integer not null,
  user_key text not null,
  id uuid not null,
  opened_at timestamp with time zone,
  saved_at timestamp with time zone,
  constraint person_of_user_pkey PRIMARY KEY (workspace, user_key, id),
  constraint person_of_user_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint person_of_user_check CHECK (((opened_at IS NOT NULL) OR (saved_at IS NOT NULL)))
);
alter table person_of_user enable row level security;
alter table person_of_user force row level security;
create policy all_workspaces on person_of_user to :worker_role using (true) with check (true);
create policy own_workspace on person_of_user to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on person_of_user to :owner_role using (true) with check (true);
grant delete, insert, select, update on person_of_user to :app_role;
grant delete, insert, select, update on person_of_user to :worker_role;

create table projection (
  workspace integer not null,
  epoch integer,
  lo bigint,
  hi bigint,
  sent bigint,
  emptying boolean default false not null,
  fold_asked boolean default false not null,
  compare_asked boolean default false not null,
  forget_version bigint default 0 not null,
  forget_after timestamp with time zone default 'infinity'::timestamp with time zone not null,
  constraint projection_pkey PRIMARY KEY (workspace),
  constraint projection_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=50);
grant delete, insert, select, update on projection to :worker_role;

create table refused_join (
  workspace integer not null,
  component bigint not null,
  match bigint not null,
  a bigint not null,
  b bigint not null,
  reason text not null,
  constraint refused_join_pkey PRIMARY KEY (workspace, component, match, a, b),
  constraint refused_join_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX refused_join_hub ON public.refused_join USING btree (workspace, b) WHERE (reason = '{"type":"hub"}'::text);
alter table refused_join enable row level security;
alter table refused_join force row level security;
create policy all_workspaces on refused_join to :worker_role using (true) with check (true);
create policy own_workspace on refused_join to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on refused_join to :owner_role using (true) with check (true);
grant delete, insert, select, update on refused_join to :worker_role;
grant select on refused_join to :app_role;

create table resolve_head (
  workspace integer not null,
  next_node bigint default 1 not null,
  next_batch bigint default 1 not null,
  next_match bigint default 1 not null,
  next_unit bigint default 1 not null,
  next_version bigint default 1 not null,
  epoch integer default 1 not null,
  rule_version integer default 0 not null,
  next_change bigint default 1 not null,
  constraint resolve_head_pkey PRIMARY KEY (workspace),
  constraint resolve_head_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
) with (fillfactor=50);
grant delete, insert, select, update on resolve_head to :worker_role;

create table retired_id (
  workspace integer not null,
  id uuid not null,
  retired_at timestamp with time zone not null,
  constraint retired_id_pkey PRIMARY KEY (workspace, id),
  constraint retired_id_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
alter table retired_id enable row level security;
alter table retired_id force row level security;
create policy all_workspaces on retired_id to :worker_role using (true) with check (true);
create policy own_workspace on retired_id to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on retired_id to :owner_role using (true) with check (true);
grant delete, insert, select, update on retired_id to :worker_role;
grant select on retired_id to :app_role;

create table rule_progress (
  workspace integer not null,
  version integer not null,
  done bigint not null,
  total bigint not null,
  at timestamp with time zone not null,
  constraint rule_progress_pkey PRIMARY KEY (workspace),
  constraint rule_progress_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
alter table rule_progress enable row level security;
alter table rule_progress force row level security;
create policy all_workspaces on rule_progress to :worker_role using (true) with check (true);
create policy own_workspace on rule_progress to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on rule_progress to :owner_role using (true) with check (true);
grant delete, insert, select, update on rule_progress to :worker_role;
grant select on rule_progress to :app_role;

create table rule_set (
  workspace integer not null,
  version integer not null,
  document jsonb not null,
  created_by text not null,
  created_at timestamp with time zone default now() not null,
  constraint rule_set_pkey PRIMARY KEY (workspace, version),
  constraint rule_set_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
alter table rule_set enable row level security;
alter table rule_set force row level security;
create policy all_workspaces on rule_set to :worker_role using (true) with check (true);
create policy own_workspace on rule_set to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on rule_set to :owner_role using (true) with check (true);
grant delete, insert, select, update on rule_set to :worker_role;
grant insert, select on rule_set to :app_role;

create table sample_company (
  workspace integer not null,
  made_for integer not null,
  profile text not null,
  customers integer not null,
  seed integer not null,
  recorded_until timestamp with time zone not null,
  state text not null,
  files jsonb default '[]'::jsonb not null,
  failure jsonb,
  made_by jsonb not null,
  created_at timestamp with time zone not null,
  constraint sample_company_pkey PRIMARY KEY (workspace),
  constraint sample_company_made_for_fkey FOREIGN KEY (made_for) REFERENCES workspace(workspace),
  constraint sample_company_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint sample_company_check CHECK ((workspace <> made_for)),
  constraint sample_company_state_check CHECK ((state = ANY (ARRAY['loading'::text, 'loaded'::text, 'failed'::text, 'removing'::text])))
);
CREATE UNIQUE INDEX sample_company_of ON public.sample_company USING btree (made_for);
alter table sample_company enable row level security;
alter table sample_company force row level security;
create policy all_workspaces on sample_company to :worker_role using (true) with check (true);
create policy own_workspace on sample_company to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on sample_company to :owner_role using (true) with check (true);
grant delete, insert, select, update on sample_company to :worker_role;
grant insert, select, update on sample_company to :app_role;

create table schema_migration (
  version integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migration_pkey PRIMARY KEY (version)
);
grant delete, insert, select, update on schema_migration to :worker_role;

create table seen_import (
  workspace integer not null,
  source integer not null,
  message uuid not null,
  import integer not null,
  "offset" bigint not null,
  content bigint not null,
  constraint seen_import_pkey PRIMARY KEY (workspace, source, message, "offset")
);
CREATE INDEX seen_import_run ON public.seen_import USING btree (workspace, import);
grant delete, insert, select, update on seen_import to :worker_role;

create table set_aside (
  workspace integer not null,
  id uuid not null,
  received_at timestamp with time zone not null,
  source integer not null,
  import integer default 0 not null,
  line bigint,
  stage text not null,
  code text not null,
  reason text not null,
  message_id text,
  authority smallint not null,
  envelope text,
  body bytea not null,
  status text default 'waiting'::text not null,
  note text,
  decided_by text,
  decided_at timestamp with time zone,
  reasons jsonb,
  constraint set_aside_pkey PRIMARY KEY (workspace, id),
  constraint set_aside_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint set_aside_stage_check CHECK ((stage = ANY (ARRAY['intake'::text, 'import'::text, 'resolve'::text, 'webhook'::text]))),
  constraint set_aside_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'replayed'::text, 'left-out'::text])))
);
CREATE INDEX set_aside_import ON public.set_aside USING btree (workspace, import) WHERE (import <> 0);
CREATE INDEX set_aside_waiting ON public.set_aside USING btree (workspace, code, received_at) WHERE (status = 'waiting'::text);
alter table set_aside enable row level security;
alter table set_aside force row level security;
create policy all_workspaces on set_aside to :worker_role using (true) with check (true);
create policy intake_decides on set_aside for update to :intake_role using (true) with check (true);
create policy intake_reads on set_aside for select to :intake_role using (true);
create policy intake_writes on set_aside for insert to :intake_role with check (true);
create policy own_workspace on set_aside to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on set_aside to :owner_role using (true) with check (true);
grant delete, insert, select, update on set_aside to :worker_role;
grant insert on set_aside to :intake_role;
grant select (id) on set_aside to :intake_role;
grant select (status), update (status) on set_aside to :intake_role;
grant select (workspace) on set_aside to :intake_role;
grant select, update on set_aside to :app_role;
grant update (decided_at) on set_aside to :intake_role;
grant update (decided_by) on set_aside to :intake_role;
grant update (note) on set_aside to :intake_role;

create table settled_trait (
  workspace integer not null,
  id uuid not null,
  node bigint not null,
  trait text not null,
  value text not null,
  note text not null,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  constraint settled_trait_pkey PRIMARY KEY (workspace, id),
  constraint settled_trait_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX settled_trait_node ON public.settled_trait USING btree (workspace, node);
alter table settled_trait enable row level security;
alter table settled_trait force row level security;
create policy all_workspaces on settled_trait to :worker_role using (true) with check (true);
create policy own_workspace on settled_trait to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on settled_trait to :owner_role using (true) with check (true);
grant delete, insert, select, update on settled_trait to :worker_role;
grant select on settled_trait to :app_role;

create table source (
  workspace integer not null,
  source integer not null,
  id uuid not null,
  name text not null,
  channel text not null,
  team text,
  trust smallint default 50 not null,
  zone text not null,
  country text not null,
  currency text not null,
  groups text default 'account'::text not null,
  complete_until timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  archived_at timestamp with time zone,
  constraint source_pkey PRIMARY KEY (workspace, source),
  constraint source_workspace_id_key UNIQUE (workspace, id),
  constraint source_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint source_groups_check CHECK ((groups = ANY (ARRAY['account'::text, 'household'::text]))),
  constraint source_trust_check CHECK (((trust >= 0) AND (trust <= 100)))
);
CREATE INDEX source_by_id ON public.source USING btree (id);
CREATE UNIQUE INDEX source_name ON public.source USING btree (workspace, lower(name));
alter table source enable row level security;
alter table source force row level security;
create policy all_workspaces on source to :worker_role using (true) with check (true);
create policy own_workspace on source to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on source to :owner_role using (true) with check (true);
grant delete, insert, select, update on source to :worker_role;
grant insert, select, update on source to :app_role;

create table source_day (
  workspace integer not null,
  source integer not null,
  day date not null,
  stored bigint default 0 not null,
  duplicates bigint default 0 not null,
  set_aside bigint default 0 not null,
  last_received_at timestamp with time zone not null,
  constraint source_day_pkey PRIMARY KEY (workspace, source, day),
  constraint source_day_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES source(workspace, source)
) with (fillfactor=50);
alter table source_day enable row level security;
alter table source_day force row level security;
create policy all_workspaces on source_day to :worker_role using (true) with check (true);
create policy own_workspace on source_day to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on source_day to :owner_role using (true) with check (true);
grant delete, insert, select, update on source_day to :worker_role;
grant select on source_day to :app_role;

create table source_reading (
  workspace integer not null,
  source integer not null,
  "offset" bigint not null,
  channel text not null,
  zone text not null,
  country text not null,
  currency text not null,
  groups text not null,
  constraint source_reading_pkey PRIMARY KEY (workspace, source, "offset"),
  constraint source_reading_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
grant delete, insert, select, update on source_reading to :worker_role;

create table staged_file (
  workspace integer not null,
  id uuid not null,
  name text not null,
  bytes bigint not null,
  hash bytea not null,
  choice jsonb not null,
  found jsonb not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint staged_file_pkey PRIMARY KEY (workspace, id),
  constraint staged_file_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX staged_file_at ON public.staged_file USING btree (created_at);
alter table staged_file enable row level security;
alter table staged_file force row level security;
create policy all_workspaces on staged_file to :worker_role using (true) with check (true);
create policy own_workspace on staged_file to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on staged_file to :owner_role using (true) with check (true);
grant delete, insert, select, update on staged_file to :app_role;
grant delete, insert, select, update on staged_file to :worker_role;

create table table_sync (
  workspace integer not null,
  id uuid not null,
  connection jsonb not null,
  password bytea not null,
  key_id text not null,
  table_name jsonb not null,
  columns jsonb not null,
  candidates jsonb not null,
  staged jsonb,
  source integer,
  mapping text,
  watermark_column text,
  watermark text,
  every_minutes integer,
  state text not null,
  held jsonb,
  step text default 'idle'::text not null,
  import integer,
  upcoming jsonb,
  bases integer[] default '{}'::integer[] not null,
  last_hash bytea,
  added text[] default '{}'::text[] not null,
  failures integer default 0 not null,
  failure jsonb,
  last_run_at timestamp with time zone,
  last_rows bigint,
  read_until timestamp with time zone,
  next_at timestamp with time zone not null,
  owner uuid,
  leased_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
  fence bigint default 0 not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint table_sync_pkey PRIMARY KEY (workspace, id),
  constraint table_sync_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint table_sync_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES source(workspace, source),
  constraint table_sync_check CHECK (((state = 'draft'::text) OR ((source IS NOT NULL) AND (mapping IS NOT NULL) AND (every_minutes IS NOT NULL)))),
  constraint table_sync_every_minutes_check CHECK (((every_minutes >= 1) AND (every_minutes <= 44640))),
  constraint table_sync_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'paused'::text, 'held'::text]))),
  constraint table_sync_step_check CHECK ((step = ANY (ARRAY['idle'::text, 'importing'::text, 'removing'::text])))
);
CREATE INDEX table_sync_due ON public.table_sync USING btree (next_at) WHERE (state = ANY (ARRAY['active'::text, 'paused'::text]));
alter table table_sync enable row level security;
alter table table_sync force row level security;
create policy all_workspaces on table_sync to :worker_role using (true) with check (true);
create policy own_workspace on table_sync to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on table_sync to :owner_role using (true) with check (true);
grant delete, insert, select, update on table_sync to :app_role;
grant delete, insert, select, update on table_sync to :worker_role;

create table tag (
  workspace integer not null,
  id uuid not null,
  source integer not null,
  kind text not null,
  name text not null,
  campaign text not null,
  touchpoint text not null,
  channel text not null,
  code text,
  target text,
  number text,
  created_by text not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint tag_pkey PRIMARY KEY (workspace, id),
  constraint tag_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint tag_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES source(workspace, source),
  constraint tag_check CHECK ((((kind = ANY (ARRAY['link'::text, 'qr'::text])) = (code IS NOT NULL)) AND ((code IS NULL) = (target IS NULL)))),
  constraint tag_check1 CHECK (((kind = 'number'::text) = (number IS NOT NULL))),
  constraint tag_code_check CHECK ((code ~ '^[A-Za-z0-9]{6,20}$'::text)),
  constraint tag_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'qr'::text, 'vouchers'::text, 'number'::text]))),
  constraint tag_target_check CHECK ((target ~ '^https?://'::text))
);
CREATE UNIQUE INDEX tag_code ON public.tag USING btree (code);
CREATE UNIQUE INDEX tag_number ON public.tag USING btree (workspace, number) WHERE (archived_at IS NULL);
alter table tag enable row level security;
alter table tag force row level security;
create policy all_workspaces on tag to :worker_role using (true) with check (true);
create policy own_workspace on tag to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on tag to :owner_role using (true) with check (true);
grant insert, select, update on tag to :app_role;
grant select on tag to :worker_role;

create table uncounted_message (
  workspace integer not null,
  "offset" bigint not null,
  constraint uncounted_message_pkey PRIMARY KEY (workspace, "offset"),
  constraint uncounted_message_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
grant delete, insert, select, update on uncounted_message to :worker_role;

create table undone_import (
  workspace integer not null,
  import integer not null,
  "offset" bigint not null,
  constraint undone_import_pkey PRIMARY KEY (workspace, import),
  constraint undone_import_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
grant delete, insert, select, update on undone_import to :worker_role;

create table unit (
  workspace integer not null,
  unit bigint not null,
  id uuid not null,
  kind text not null,
  value text not null,
  created_at timestamp with time zone not null,
  constraint unit_pkey PRIMARY KEY (workspace, unit),
  constraint unit_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['account'::text, 'household'::text])))
);
CREATE UNIQUE INDEX unit_id ON public.unit USING btree (workspace, id);
CREATE UNIQUE INDEX unit_value ON public.unit USING btree (workspace, kind, value);
alter table unit enable row level security;
alter table unit force row level security;
create policy all_workspaces on unit to :worker_role using (true) with check (true);
create policy own_workspace on unit to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on unit to :owner_role using (true) with check (true);
grant delete, insert, select, update on unit to :worker_role;
grant select on unit to :app_role;

create table unit_claim (
  workspace integer not null,
  unit bigint not null,
  trait text not null,
  source integer not null,
  import integer not null,
  value_hash uuid not null,
  value text not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  last_message uuid not null,
  times bigint not null,
  constraint unit_claim_pkey PRIMARY KEY (workspace, unit, trait, source, import, value_hash),
  constraint unit_claim_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX unit_claim_import ON public.unit_claim USING btree (workspace, import) WHERE (import <> 0);
alter table unit_claim enable row level security;
alter table unit_claim force row level security;
create policy all_workspaces on unit_claim to :worker_role using (true) with check (true);
create policy own_workspace on unit_claim to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on unit_claim to :owner_role using (true) with check (true);
grant delete, insert, select, update on unit_claim to :worker_role;
grant select on unit_claim to :app_role;

create table unit_member (
  workspace integer not null,
  unit bigint not null,
  node bigint not null,
  source integer not null,
  import integer not null,
  first_at timestamp with time zone not null,
  constraint unit_member_pkey PRIMARY KEY (workspace, unit, node, source, import),
  constraint unit_member_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace)
);
CREATE INDEX unit_member_import ON public.unit_member USING btree (workspace, import) WHERE (import <> 0);
CREATE INDEX unit_member_node ON public.unit_member USING btree (workspace, node);
alter table unit_member enable row level security;
alter table unit_member force row level security;
create policy all_workspaces on unit_member to :worker_role using (true) with check (true);
create policy own_workspace on unit_member to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on unit_member to :owner_role using (true) with check (true);
grant delete, insert, select, update on unit_member to :worker_role;
grant select on unit_member to :app_role;

create table voucher (
  workspace integer not null,
  code text not null,
  tag uuid not null,
  constraint voucher_pkey PRIMARY KEY (workspace, code),
  constraint voucher_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspace(workspace),
  constraint voucher_workspace_tag_fkey FOREIGN KEY (workspace, tag) REFERENCES tag(workspace, id)
);
CREATE INDEX voucher_tag ON public.voucher USING btree (workspace, tag);
alter table voucher enable row level security;
alter table voucher force row level security;
create policy all_workspaces on voucher to :worker_role using (true) with check (true);
create policy own_workspace on voucher to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on voucher to :owner_role using (true) with check (true);
grant insert, select on voucher to :app_role;
grant select on voucher to :worker_role;

create table webhook (
  workspace integer not null,
  source integer not null,
  scheme jsonb not null,
  secret bytea not null,
  secret_hint text not null,
  delivery_header text,
  mapping text not null,
  refused bigint default 0 not null,
  last_refused_at timestamp with time zone,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint webhook_pkey PRIMARY KEY (workspace, source),
  constraint webhook_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES source(workspace, source)
);
alter table webhook enable row level security;
alter table webhook force row level security;
create policy all_workspaces on webhook to :worker_role using (true) with check (true);
create policy own_workspace on webhook to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on webhook to :owner_role using (true) with check (true);
grant insert, select, update on webhook to :app_role;
grant select on webhook to :worker_role;

create table webhook_delivery (
  workspace integer not null,
  source integer not null,
  id uuid not null,
  received_at timestamp with time zone not null,
  delivery text,
  bytes integer not null,
  outcome text not null,
  messages integer not null,
  reason text,
  constraint webhook_delivery_pkey PRIMARY KEY (workspace, source, id),
  constraint webhook_delivery_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES webhook(workspace, source),
  constraint webhook_delivery_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'nothing'::text, 'set-aside'::text])))
);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy all_workspaces on webhook_delivery to :worker_role using (true) with check (true);
create policy own_workspace on webhook_delivery to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on webhook_delivery to :owner_role using (true) with check (true);
grant delete, insert, select on webhook_delivery to :app_role;
grant select on webhook_delivery to :worker_role;

create table workspace (
  workspace integer generated always as identity not null,
  id uuid not null,
  slug text not null,
  name text not null,
  country text default 'US'::text not null,
  zone text default 'UTC'::text not null,
  currency text default 'USD'::text not null,
  language text default 'en'::text not null,
  week_starts_on smallint default 1 not null,
  created_at timestamp with time zone default now() not null,
  constraint workspace_pkey PRIMARY KEY (workspace),
  constraint workspace_id_key UNIQUE (id),
  constraint workspace_slug_key UNIQUE (slug),
  constraint workspace_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
  constraint workspace_week_starts_on_check CHECK (((week_starts_on >= 0) AND (week_starts_on <= 6)))
);
alter table workspace enable row level security;
alter table workspace force row level security;
create policy all_workspaces on workspace to :worker_role using (true) with check (true);
create policy own_workspace on workspace to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on workspace to :owner_role using (true) with check (true);
grant delete, insert, select, update on workspace to :worker_role;
grant select, update on workspace to :app_role;

create table write_key (
  workspace integer not null,
  key_hash bytea not null,
  source integer not null,
  kind text not null,
  hint text not null,
  created_at timestamp with time zone default now() not null,
  revoked_at timestamp with time zone,
  constraint write_key_pkey PRIMARY KEY (workspace, key_hash),
  constraint write_key_workspace_source_fkey FOREIGN KEY (workspace, source) REFERENCES source(workspace, source),
  constraint write_key_kind_check CHECK ((kind = ANY (ARRAY['public'::text, 'server'::text])))
);
CREATE UNIQUE INDEX write_key_hash ON public.write_key USING btree (key_hash);
alter table write_key enable row level security;
alter table write_key force row level security;
create policy all_workspaces on write_key to :worker_role using (true) with check (true);
create policy own_workspace on write_key to :app_role using ((workspace = (current_setting('app.workspace'::text, true))::integer));
create policy owner_everything on write_key to :owner_role using (true) with check (true);
grant delete, insert, select, update on write_key to :worker_role;
grant insert, select, update on write_key to :app_role;

CREATE OR REPLACE FUNCTION public.create_workspace(new_id uuid, wanted_slug text, new_name text, new_country text, new_zone text, new_currency text, new_language text, new_week_starts_on integer, decisions_id uuid, decisions_name text, new_at timestamp with time zone)
 RETURNS TABLE(workspace integer, slug text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$;
revoke execute on function create_workspace(new_id uuid, wanted_slug text, new_name text, new_country text, new_zone text, new_currency text, new_language text, new_week_starts_on integer, decisions_id uuid, decisions_name text, new_at timestamp with time zone) from public;
grant execute on function create_workspace(new_id uuid, wanted_slug text, new_name text, new_country text, new_zone text, new_currency text, new_language text, new_week_starts_on integer, decisions_id uuid, decisions_name text, new_at timestamp with time zone) to :app_role;
grant execute on function create_workspace(new_id uuid, wanted_slug text, new_name text, new_country text, new_zone text, new_currency text, new_language text, new_week_starts_on integer, decisions_id uuid, decisions_name text, new_at timestamp with time zone) to :worker_role;

CREATE OR REPLACE FUNCTION public.decisions_naming(wanted bigint[])
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select m.match
  from match m
  where m.workspace = current_setting('app.workspace')::integer and m.kind >= 3 and m.nodes && wanted
$function$;
revoke execute on function decisions_naming(wanted bigint[]) from public;
grant execute on function decisions_naming(wanted bigint[]) to :app_role;
grant execute on function decisions_naming(wanted bigint[]) to :worker_role;

CREATE OR REPLACE FUNCTION public.drop_empty_log_days(keep_from date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  dropped integer := 0;
  is_empty boolean;
  t record;
begin
  for t in
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'intake'::regclass and c.relname ~ '^intake_[0-9]{8}$' and to_date(substr(c.relname, 8), 'YYYYMMDD') < keep_from
    order by c.relname
  loop
    execute format('select not exists (select from %I)', t.relname) into is_empty;
    continue when not is_empty;
    if not pg_try_advisory_xact_lock(hashtext('throughline.drop-log-day')) then
      return dropped;
    end if;
    perform pg_advisory_xact_lock(hashtext('throughline.log-day'));
    lock table intake in access exclusive mode;
    execute format('select not exists (select from %I)', t.relname) into is_empty;
    continue when not is_empty;
    execute format('drop table %I', t.relname);
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$function$;
revoke execute on function drop_empty_log_days(keep_from date) from public;
grant execute on function drop_empty_log_days(keep_from date) to :worker_role;

CREATE OR REPLACE FUNCTION public.drop_seen_days(keep_from date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  dropped integer := 0;
  t record;
begin
  for t in
    select c.relname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname ~ '^seen_[0-9]{8}$'
      and to_date(substr(c.relname, 6), 'YYYYMMDD') < keep_from
  loop
    execute format('drop table %I', t.relname);
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$function$;
revoke execute on function drop_seen_days(keep_from date) from public;
grant execute on function drop_seen_days(keep_from date) to :worker_role;

CREATE OR REPLACE FUNCTION public.ensure_log_day(wanted date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  log_name text := 'intake_' || to_char(wanted, 'YYYYMMDD');
  seen_name text := 'seen_' || to_char(wanted, 'YYYYMMDD');
begin
  if to_regclass(log_name) is not null and to_regclass(seen_name) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('throughline.log-day'));
  execute format('create table if not exists %I partition of intake for values from (%L) to (%L)', log_name, wanted, wanted + 1);
  execute format('grant insert on %I to :intake_role', log_name);
  execute format('grant select on %I to :worker_role', log_name);
  execute format('create table if not exists %I (workspace integer not null, source integer not null, message uuid not null,
    content bigint not null, primary key (workspace, source, message))', seen_name);
  execute format('grant select, insert, delete on %I to :worker_role', seen_name);
end
$function$;
revoke execute on function ensure_log_day(wanted date) from public;
grant execute on function ensure_log_day(wanted date) to :intake_role;
grant execute on function ensure_log_day(wanted date) to :worker_role;

CREATE OR REPLACE FUNCTION public.every_workspace()
 RETURNS TABLE(workspace integer, slug text, name text, country text, zone text, currency text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select w.workspace, w.slug, w.name, w.country, w.zone, w.currency
  from workspace w
  order by w.workspace
$function$;
revoke execute on function every_workspace() from public;
grant execute on function every_workspace() to :app_role;
grant execute on function every_workspace() to :worker_role;

CREATE OR REPLACE FUNCTION public.find_api_token(wanted bytea)
 RETURNS TABLE(workspace integer, slug text, id uuid, name text, role text, last_used_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select t.workspace, w.slug, t.id, t.name, t.role, t.last_used_at
  from api_token t
  join workspace w on w.workspace = t.workspace
  where t.token_hash = wanted and t.revoked_at is null
$function$;
revoke execute on function find_api_token(wanted bytea) from public;
grant execute on function find_api_token(wanted bytea) to :app_role;
grant execute on function find_api_token(wanted bytea) to :worker_role;

CREATE OR REPLACE FUNCTION public.find_invitation(wanted bytea, asked_at timestamp with time zone)
 RETURNS TABLE(workspace integer, slug text, id uuid, email text, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select i.workspace, w.slug, i.id, i.email, i.role
  from invitation i
  join workspace w on w.workspace = i.workspace
  where i.token_hash = wanted and i.used_at is null and i.expires_at > asked_at
$function$;
revoke execute on function find_invitation(wanted bytea, asked_at timestamp with time zone) from public;
grant execute on function find_invitation(wanted bytea, asked_at timestamp with time zone) to :app_role;
grant execute on function find_invitation(wanted bytea, asked_at timestamp with time zone) to :worker_role;

CREATE OR REPLACE FUNCTION public.find_membership(wanted_user uuid, wanted_slug text)
 RETURNS TABLE(workspace integer, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select m.workspace, m.role
  from workspace w
  join member m on m.workspace = w.workspace and m.user_id = wanted_user
  where w.slug = wanted_slug
$function$;
revoke execute on function find_membership(wanted_user uuid, wanted_slug text) from public;
grant execute on function find_membership(wanted_user uuid, wanted_slug text) to :app_role;
grant execute on function find_membership(wanted_user uuid, wanted_slug text) to :worker_role;

CREATE OR REPLACE FUNCTION public.find_names(prefix text, kinds boolean[], after_name text, after_person bigint, except_persons bigint[], most integer)
 RETURNS TABLE(name text, person bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select found.name, found.person
  from unnest(kinds) as kind(recognised)
  cross join lateral (
    select lower(p.name) as name, p.person
    from person p
    where p.workspace = current_setting('app.workspace')::integer and p.recognised = kind.recognised and p.name is not null
      and lower(p.name) ~>=~ coalesce(after_name, lower(prefix))
      and lower(p.name) ~<~ (lower(prefix) || chr(1114111))
      and (after_name is null or lower(p.name) ~>~ after_name or p.person > after_person)
      and p.person <> all(except_persons)
    order by lower(p.name) using ~<~, p.person
    limit most
  ) found
  order by found.name using ~<~, found.person
  limit most
$function$;
revoke execute on function find_names(prefix text, kinds boolean[], after_name text, after_person bigint, except_persons bigint[], most integer) from public;
grant execute on function find_names(prefix text, kinds boolean[], after_name text, after_person bigint, except_persons bigint[], most integer) to :app_role;
grant execute on function find_names(prefix text, kinds boolean[], after_name text, after_person bigint, except_persons bigint[], most integer) to :worker_role;

CREATE OR REPLACE FUNCTION public.find_tag(wanted text)
 RETURNS TABLE(workspace integer, source integer, zone text, id uuid, kind text, campaign text, touchpoint text, channel text, target text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select t.workspace, t.source, s.zone, t.id, t.kind, t.campaign, t.touchpoint, t.channel, t.target
  from tag t
  join source s on s.workspace = t.workspace and s.source = t.source
  where t.code = wanted
$function$;
revoke execute on function find_tag(wanted text) from public;
grant execute on function find_tag(wanted text) to :app_role;

CREATE OR REPLACE FUNCTION public.find_webhook(wanted uuid)
 RETURNS TABLE(workspace integer, source integer, zone text, scheme jsonb, secret bytea, delivery_header text, mapping text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select w.workspace, w.source, s.zone, w.scheme, w.secret, w.delivery_header, w.mapping
  from webhook w
  join source s on s.workspace = w.workspace and s.source = w.source
  where s.id = wanted and s.archived_at is null
$function$;
revoke execute on function find_webhook(wanted uuid) from public;
grant execute on function find_webhook(wanted uuid) to :app_role;

CREATE OR REPLACE FUNCTION public.find_write_key(wanted bytea)
 RETURNS TABLE(workspace integer, source integer, kind text, zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select k.workspace, k.source, k.kind, s.zone
  from write_key k
  join source s on s.workspace = k.workspace and s.source = k.source
  where k.key_hash = wanted and k.revoked_at is null
$function$;
revoke execute on function find_write_key(wanted bytea) from public;
grant execute on function find_write_key(wanted bytea) to :app_role;
grant execute on function find_write_key(wanted bytea) to :worker_role;

CREATE OR REPLACE FUNCTION public.forget_user_without_workspace(wanted uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  delete from auth."user" u
  where u.id = wanted and not exists (select from member m where m.user_id = u.id)
$function$;
revoke execute on function forget_user_without_workspace(wanted uuid) from public;
grant execute on function forget_user_without_workspace(wanted uuid) to :app_role;
grant execute on function forget_user_without_workspace(wanted uuid) to :worker_role;

CREATE OR REPLACE FUNCTION public.identifiers_containing(wanted text, kinds boolean[], most integer)
 RETURNS TABLE(person bigint, namespace smallint, value text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select found.person, found.namespace, found.value
  from (
    select q.person, i.namespace, i.value, f.part
    from findable_identifier f
    join identifier i on i.workspace = f.workspace and i.node = f.node
    join node_person q on q.workspace = f.workspace and q.node = f.node and q.valid_to = 'infinity'
    join person p on p.workspace = f.workspace and p.person = q.person
    where f.workspace = current_setting('app.workspace')::integer
      and f.part like '%' || replace(replace(replace(wanted, '\', '\\'), '%', '\%'), '_', '\_') || '%'
      and p.recognised = any(kinds)
    limit 2 * most
  ) as found
  order by length(found.part), found.value using ~<~
  limit most
$function$;
revoke execute on function identifiers_containing(wanted text, kinds boolean[], most integer) from public;
grant execute on function identifiers_containing(wanted text, kinds boolean[], most integer) to :app_role;
grant execute on function identifiers_containing(wanted text, kinds boolean[], most integer) to :worker_role;

CREATE OR REPLACE FUNCTION public.persons_by_words(wanted tsquery, kinds boolean[], most integer)
 RETURNS TABLE(person bigint, words text[], last_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select f.person, tsvector_to_array(f.words), p.last_at
  from findable_person f
  join person p on p.workspace = f.workspace and p.person = f.person
  where f.workspace = current_setting('app.workspace')::integer and f.words @@ wanted and p.recognised = any(kinds)
  limit most
$function$;
revoke execute on function persons_by_words(wanted tsquery, kinds boolean[], most integer) from public;
grant execute on function persons_by_words(wanted tsquery, kinds boolean[], most integer) to :app_role;
grant execute on function persons_by_words(wanted tsquery, kinds boolean[], most integer) to :worker_role;

CREATE OR REPLACE FUNCTION public.remove_sample_rows(wanted integer, most integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  t record;
  child record;
  is_there boolean;
begin
  if not exists (select from sample_company s where s.workspace = wanted and s.state = 'removing') then
    raise exception 'workspace % is no sample company that is being removed', wanted;
  end if;
  <<tables>>
  for t in
    select c.oid, c.relname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace' and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('workspace', 'sample_company')
    order by c.relname
  loop
    execute format('select exists (select from %I where workspace = $1)', t.relname) into is_there using wanted;
    continue when not is_there;
    for child in
      select distinct c.relname
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and k.confrelid = t.oid and k.conrelid <> t.oid and c.relkind = 'r'
    loop
      execute format('select exists (select from %I where workspace = $1)', child.relname) into is_there using wanted;
      continue tables when is_there;
    end loop;
    execute format('delete from %I where ctid = any (array(select ctid from %I where workspace = $1 limit $2))', t.relname, t.relname)
    using wanted, most;
    return t.relname;
  end loop;
  return null;
end
$function$;
revoke execute on function remove_sample_rows(wanted integer, most integer) from public;
grant execute on function remove_sample_rows(wanted integer, most integer) to :worker_role;

CREATE OR REPLACE FUNCTION public.rule_version_in_force()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select rule_version from resolve_head where workspace = current_setting('app.workspace')::integer
$function$;
revoke execute on function rule_version_in_force() from public;
grant execute on function rule_version_in_force() to :app_role;
grant execute on function rule_version_in_force() to :worker_role;

CREATE OR REPLACE FUNCTION public.sample_company_here()
 RETURNS TABLE(workspace integer, slug text, name text, is_here boolean, profile text, customers integer, state text, files jsonb, failure jsonb, behind bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select s.workspace, w.slug, w.name, s.made_for <> current_setting('app.workspace')::integer, s.profile, s.customers, s.state, s.files,
    s.failure, coalesce(h.next_offset - 1 - c."offset", 0)
  from sample_company s
  join workspace w on w.workspace = s.workspace
  left join intake_head h on h.workspace = s.workspace
  left join consumer c on c.workspace = s.workspace and c.name = 'resolve'
  where current_setting('app.workspace')::integer in (s.workspace, s.made_for)
$function$;
revoke execute on function sample_company_here() from public;
grant execute on function sample_company_here() to :app_role;
grant execute on function sample_company_here() to :worker_role;

CREATE OR REPLACE FUNCTION public.sample_workspaces()
 RETURNS TABLE(workspace integer, is_removing boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select s.workspace, s.state = 'removing'
  from sample_company s
$function$;
revoke execute on function sample_workspaces() from public;
grant execute on function sample_workspaces() to :app_role;
grant execute on function sample_workspaces() to :worker_role;

CREATE OR REPLACE FUNCTION public.words_like(wanted text[], most integer)
 RETURNS TABLE(place integer, word text, persons integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET "pg_trgm.similarity_threshold" TO '0.2'
AS $function$
  select w.place::integer, l.word, l.persons
  from unnest(wanted) with ordinality as w(word, place)
  cross join lateral (
    select found.word, max(found.persons) as persons, max(found.closeness) as closeness
    from (
      (
        select n.word, n.persons, 2 as closeness
        from name_word n
        where n.workspace = current_setting('app.workspace')::integer and n.word = w.word
      )
      union all
      (
        select n.word, n.persons, 1 as closeness
        from name_word n
        where n.workspace = current_setting('app.workspace')::integer
          and n.word ~>=~ w.word and n.word ~<~ (w.word || chr(1114111))
        order by n.persons desc
        limit most
      )
      union all
      (
        select n.word, n.persons, similarity(n.word, w.word) as closeness
        from name_word n
        where n.workspace = current_setting('app.workspace')::integer and n.word % w.word and n.word !~ '^#'
        order by closeness desc, n.word
        limit most
      )
    ) as found
    group by found.word
    order by closeness desc, found.word
    limit most
  ) as l
$function$;
revoke execute on function words_like(wanted text[], most integer) from public;
grant execute on function words_like(wanted text[], most integer) to :app_role;
grant execute on function words_like(wanted text[], most integer) to :worker_role;

CREATE OR REPLACE FUNCTION public.workspace_lag()
 RETURNS TABLE(resolve_offsets bigint, resolve_seconds double precision, project_batches bigint, project_seconds double precision)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select h.next_offset - 1 - r."offset",
    case when h.next_offset - 1 > r."offset"
      then greatest(0, extract(epoch from clock_timestamp() - (
        select i.received_at from intake i where i.workspace = h.workspace and i."offset" = r."offset" + 1))::double precision)
      else 0 end,
    m.batches,
    coalesce(greatest(0, extract(epoch from clock_timestamp() - m.oldest)::double precision), 0)
  from intake_head h
  join consumer r on r.workspace = h.workspace and r.name = 'resolve'
  join consumer p on p.workspace = h.workspace and p.name = 'project'
  cross join lateral (
    select count(*) as batches, min(m.created_at) as oldest
    from manifest m
    where m.workspace = h.workspace and m.batch > p."offset"
  ) m
  where h.workspace = current_setting('app.workspace')::integer
$function$;
revoke execute on function workspace_lag() from public;
grant execute on function workspace_lag() to :app_role;
grant execute on function workspace_lag() to :worker_role;

CREATE OR REPLACE FUNCTION public.workspaces_of_user(wanted uuid)
 RETURNS TABLE(workspace integer, slug text, name text, role text, country text, zone text, currency text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select w.workspace, w.slug, w.name, m.role, w.country, w.zone, w.currency
  from member m
  join workspace w on w.workspace = m.workspace
  where m.user_id = wanted
  order by w.workspace
$function$;
revoke execute on function workspaces_of_user(wanted uuid) from public;
grant execute on function workspaces_of_user(wanted uuid) to :app_role;
grant execute on function workspaces_of_user(wanted uuid) to :worker_role;
