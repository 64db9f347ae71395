-- Identifiers, matches, persons, claims, groups. Everything hangs on a node (an identifier) for ever; a person is a view.
-- Nothing but the resolve worker writes these tables.

create table resolve_head (
  workspace integer primary key references workspace,
  next_node bigint not null default 1,
  next_batch bigint not null default 1,
  next_match bigint not null default 1,
  next_unit bigint not null default 1,
  next_version bigint not null default 1,
  epoch integer not null default 1,
  rule_version integer not null default 0
) with (fillfactor = 50);

create table rule_set (
  workspace integer not null references workspace,
  version integer not null,
  document jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (workspace, version)
);

create table namespace (
  workspace integer not null references workspace,
  code smallint not null,
  name text not null,
  primary key (workspace, code),
  unique (workspace, name)
);

-- Short codes of the words that interactions carry: name, channel, touchpoint, location, reason, currency.
create table code_word (
  workspace integer not null references workspace,
  kind text not null,
  code integer not null,
  word text not null,
  primary key (workspace, kind, code),
  unique (workspace, kind, word)
);

-- component: label of the raw component (joined by all matches, accepted or refused, after cutting). state: 0 joins, 1 blocked, 2 hub.
create table identifier (
  workspace integer not null references workspace,
  node bigint not null,
  id uuid not null,
  namespace smallint not null,
  value text not null,
  component bigint not null,
  state smallint not null default 0,
  created_at timestamptz not null,
  primary key (workspace, node)
) with (fillfactor = 80);
create unique index identifier_value on identifier (workspace, namespace, value);
create unique index identifier_id on identifier (workspace, id);
create index identifier_component on identifier (workspace, component);

-- One row stands for all messages of one source and import that named exactly these identifiers.
-- kind: 1 message, 2 alias, 3 same (decision), 4 different (decision). strength: 1 weak, 2 strong, 3 decision.
-- home: the strongest node that is not cut; the match is found through it.
create table match (
  workspace integer not null references workspace,
  match bigint not null,
  id uuid not null,
  key bytea not null,
  source integer not null,
  import integer not null,
  kind smallint not null,
  strength smallint not null,
  first_at timestamptz not null,
  home bigint not null,
  nodes bigint[] not null,
  decided_by text,
  note text,
  created_at timestamptz not null,
  primary key (workspace, match)
) with (fillfactor = 90);
create unique index match_key on match (workspace, key, import);
create unique index match_id on match (workspace, id);
create index match_home on match (workspace, home);
create index match_decision on match using gin (nodes) where kind >= 3;
create index match_import on match (workspace, import) where import <> 0;

-- Joins that a rule refused; recomputed with their component.
create table refused_join (
  workspace integer not null references workspace,
  component bigint not null,
  match bigint not null,
  a bigint not null,
  b bigint not null,
  reason text not null,
  primary key (workspace, component, match, a, b)
);

create table node_person (
  workspace integer not null references workspace,
  node bigint not null,
  valid_from timestamptz not null default '-infinity',
  valid_to timestamptz not null default 'infinity',
  person bigint not null,
  primary key (workspace, node, valid_from)
) with (fillfactor = 80);
create index node_person_person on node_person (workspace, person);

create table person (
  workspace integer not null references workspace,
  person bigint not null,
  recognised boolean not null,
  name text,
  golden jsonb not null default '[]',
  interactions bigint not null default 0,
  first_at timestamptz,
  last_at timestamptz,
  channels bigint not null default 0,
  primary key (workspace, person)
) with (fillfactor = 70);
create index person_last on person (workspace, recognised, last_at desc nulls last, person);
create index person_name on person (workspace, lower(name) text_pattern_ops) where name is not null;

-- What was counted under a node, apart for each import, so that an import is taken back exactly. channels: bit set of channel codes.
create table node_activity (
  workspace integer not null references workspace,
  node bigint not null,
  import integer not null,
  interactions bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  channels bigint not null,
  primary key (workspace, node, import)
) with (fillfactor = 70);
create index node_activity_import on node_activity (workspace, import) where import <> 0;

create table claim (
  workspace integer not null references workspace,
  node bigint not null,
  trait text not null,
  source integer not null,
  import integer not null,
  value_hash uuid not null,
  value text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  last_message uuid not null,
  times bigint not null,
  primary key (workspace, node, trait, source, import, value_hash)
) with (fillfactor = 80);
create index claim_import on claim (workspace, import) where import <> 0;

-- Households and accounts.
create table unit (
  workspace integer not null references workspace,
  unit bigint not null,
  id uuid not null,
  kind text not null check (kind in ('account', 'household')),
  value text not null,
  created_at timestamptz not null,
  primary key (workspace, unit)
);
create unique index unit_value on unit (workspace, kind, value);
create unique index unit_id on unit (workspace, id);

create table unit_member (
  workspace integer not null references workspace,
  unit bigint not null,
  node bigint not null,
  source integer not null,
  import integer not null,
  first_at timestamptz not null,
  primary key (workspace, unit, node, source, import)
);
create index unit_member_node on unit_member (workspace, node);
create index unit_member_import on unit_member (workspace, import) where import <> 0;

create table unit_claim (
  workspace integer not null references workspace,
  unit bigint not null,
  trait text not null,
  source integer not null,
  import integer not null,
  value_hash uuid not null,
  value text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  last_message uuid not null,
  times bigint not null,
  primary key (workspace, unit, trait, source, import, value_hash)
);
create index unit_claim_import on unit_claim (workspace, import) where import <> 0;

-- What a resolve batch decided, row by row: enough to send the very same rows to the analytics engine again.
-- offsets, nodes, persons have one entry a row. checksum: sum of the low 32 bits of the message hashes, and sum of nodes.
-- A manifest holds rows of one import only (0: live). `removes`: no rows of its own; every row of that import is to be deleted.
-- superseded: its rows were taken back and must never be sent again.
create table manifest (
  workspace integer not null references workspace,
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
  removes boolean not null default false,
  superseded boolean not null default false,
  archived boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace, batch)
);
create index manifest_import on manifest (workspace, import) where import <> 0;

-- Moves of nodes between persons after rows were written. `batch` is the manifest that made it, so it becomes visible in commit order.
create table override (
  workspace integer not null references workspace,
  version bigint not null,
  batch bigint not null,
  node bigint not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  person bigint not null,
  was bigint not null,
  folded boolean not null default false,
  primary key (workspace, version, node, valid_from)
);
create index override_batch on override (workspace, batch);

-- Ids that named somebody who is gone (an import was taken back): they answer "gone", not "never heard of".
create table retired_id (
  workspace integer not null references workspace,
  id uuid not null,
  retired_at timestamptz not null,
  primary key (workspace, id)
);
