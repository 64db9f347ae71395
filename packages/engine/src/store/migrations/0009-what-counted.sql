-- What reading the log a second time needs to know, so that changed rules hold for everything that ever came. Only the resolve worker writes here.

-- Messages of the log that do not count: duplicates, ids used twice, and what resolving set aside.
create table uncounted_message (
  workspace integer not null references workspace,
  "offset" bigint not null,
  primary key (workspace, "offset")
);

-- Imports that were taken back: nothing of them up to this offset counts.
create table undone_import (
  workspace integer not null references workspace,
  import integer not null,
  "offset" bigint not null,
  primary key (workspace, import)
);

-- How a source was set when its messages were read, from this offset of the log on.
create table source_reading (
  workspace integer not null references workspace,
  source integer not null,
  "offset" bigint not null,
  channel text not null,
  zone text not null,
  country text not null,
  currency text not null,
  groups text not null,
  primary key (workspace, source, "offset")
);

-- Identifiers that messages of an import (0: live) named, although the match that said so was taken back.
create table kept_node (
  workspace integer not null references workspace,
  node bigint not null,
  import integer not null,
  primary key (workspace, node, import)
);
create index kept_node_import on kept_node (workspace, import) where import <> 0;

-- Filled and emptied again within one command: the nodes that lose something, and where interactions are recorded from now on.
create table losing_node (
  workspace integer not null references workspace,
  node bigint not null,
  primary key (workspace, node)
);
create table moved_message (
  workspace integer not null references workspace,
  "offset" bigint not null,
  node bigint not null,
  primary key (workspace, "offset")
);

-- Batches whose rows leave the analytics engine with this manifest, since later ones bring them under other nodes.
alter table manifest add column replaces bigint[] not null default '{}';

-- A row for each message that brought the key, not only for the first of each import: taking one back decides anew about all others.
alter table seen_import drop constraint seen_import_pkey, add primary key (workspace, source, message, "offset");

grant select, insert, update, delete on uncounted_message, undone_import, source_reading, kept_node, losing_node, moved_message to :worker_role;

-- Logs of before: a live id counts once within the days it is remembered, an imported one where its key was first brought.
insert into uncounted_message (workspace, "offset")
select workspace, "offset"
from (
  select workspace, "offset", received_day,
    lag(received_day) over (partition by workspace, source, message order by "offset") as seen_day
  from intake
  where import = 0 and kind <> 9
) live
where received_day - seen_day <= 7;

insert into uncounted_message (workspace, "offset")
select i.workspace, i."offset"
from intake i
where i.import <> 0
  and i."offset" <> (
    select min(s."offset")
    from seen_import s
    where s.workspace = i.workspace and s.source = i.source and s.message = i.message
  );

insert into undone_import (workspace, import, "offset")
select r.workspace, r.import, c."offset"
from import_run r
join consumer c on c.workspace = r.workspace and c.name = 'resolve'
where r.state = 'undone';
