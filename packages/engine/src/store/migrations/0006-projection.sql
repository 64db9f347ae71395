-- How far the analytics engine was filled, beyond the cursor of consumer 'project'. Nothing but the projector and commands to it write here.

-- epoch, lo, hi, sent: the group of manifests that is being sent, recorded before it is, so that whoever must send it again sends the very same
-- rows under the same token; null: none. emptying: everything of this workspace must go before anything is sent.
-- forget_version: overrides up to it are folded everywhere and leave the engine after forget_after, when no running query can need them.
create table projection (
  workspace integer primary key references workspace,
  epoch integer,
  lo bigint,
  hi bigint,
  sent bigint,
  emptying boolean not null default false,
  fold_asked boolean not null default false,
  compare_asked boolean not null default false,
  forget_version bigint not null default 0,
  forget_after timestamptz not null default 'infinity'
) with (fillfactor = 50);

-- Newest override that a partition's rows were rewritten for, while a fold is under way.
create table folded_partition (
  workspace integer not null references workspace,
  month integer not null,
  version bigint not null,
  primary key (workspace, month)
);

create index override_open on override (workspace, version) where not folded;

grant select, insert, update, delete on projection, folded_partition to :worker_role;
