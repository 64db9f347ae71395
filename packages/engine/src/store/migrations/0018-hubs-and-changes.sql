-- Hubs that are found, the feed of joins and splits, and how far a change of the rules has come.

-- Who was taken for one person with whom, and who was taken apart: written with the move itself. `change` is dense and in commit order, since it
-- is given under the lock of the workspace's head. from_id, to_id: public ids of persons. kind: joined (`from` is `to` now), split (`to` was part
-- of `from`), moved (identifiers of `from`, who is still there, went to `to`, who was there before).
create table person_change (
  workspace integer not null references workspace,
  change bigint not null,
  kind text not null check (kind in ('joined', 'split', 'moved')),
  from_id uuid not null,
  to_id uuid not null,
  identifiers integer not null,
  cause text not null,
  at timestamptz not null,
  primary key (workspace, change)
);
alter table resolve_head add column next_change bigint not null default 1;

-- How many identifiers were looked at while a version of the rules comes into force. Written beside the transaction that does it, so it tells
-- of work that may still be rolled back.
create table rule_progress (
  workspace integer not null references workspace,
  version integer not null,
  done bigint not null,
  total bigint not null,
  at timestamptz not null,
  primary key (workspace)
);

grant select, insert, update, delete on person_change, rule_progress to :worker_role;
grant select on person_change, rule_progress to :app_role;
do $$
declare
  t text;
begin
  foreach t in array array['person_change', 'rule_progress']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to :app_role using (workspace = current_setting(''app.workspace'', true)::integer)', t);
    execute format('create policy all_workspaces on %I to :worker_role using (true) with check (true)', t);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', t);
  end loop;
end
$$;

-- Joins that hubs would have made, found by the hub.
create index refused_join_hub on refused_join (workspace, b) where reason = '{"type":"hub"}';
create index identifier_hub on identifier (workspace, node) where state = 2;

-- Workspaces that hold people already keep the rules they have, as a version of their own: finding hubs is a change to look at first.
with kept as (
  select h.workspace, coalesce((select max(s.version) from rule_set s where s.workspace = h.workspace), 0) + 1 as version
  from resolve_head h
  where h.rule_version = 0 and h.next_node > 1
), stored as (
  insert into rule_set (workspace, version, document, created_by, created_at)
  select workspace, version, '{
    "format": 1,
    "maxEdges": 10000,
    "systemOfRecordFromTrust": 70,
    "namespaces": {
      "user_id": {"priority": 100, "durable": true, "limitPerPerson": null, "limitPerPersonAndSource": 1, "blockedValues": [], "blockedPatterns": []},
      "crm:*": {"priority": 90, "durable": true, "limitPerPerson": 10, "limitPerPersonAndSource": null, "blockedValues": [], "blockedPatterns": []},
      "loyalty_card": {"priority": 80, "durable": true, "limitPerPerson": 10, "limitPerPersonAndSource": null, "blockedValues": [], "blockedPatterns": []},
      "email": {"priority": 70, "durable": true, "limitPerPerson": 10, "limitPerPersonAndSource": null, "blockedValues": [],
        "blockedPatterns": ["noreply@*", "no-reply@*", "no_reply@*", "donotreply@*", "do-not-reply@*", "mailer-daemon@*"]},
      "phone": {"priority": 60, "durable": true, "limitPerPerson": 10, "limitPerPersonAndSource": null, "blockedValues": [], "blockedPatterns": []},
      "device_id": {"priority": 30, "durable": false, "limitPerPerson": null, "limitPerPersonAndSource": null, "blockedValues": [], "blockedPatterns": []},
      "anonymous_id": {"priority": 20, "durable": false, "limitPerPerson": null, "limitPerPersonAndSource": null, "blockedValues": [], "blockedPatterns": []}
    },
    "otherNamespaces": {"priority": 10, "durable": false, "limitPerPerson": null, "limitPerPersonAndSource": null, "blockedValues": [], "blockedPatterns": []},
    "goldenTraits": {
      "otherwise": "latest",
      "rules": {
        "name": "trusted", "firstName": "trusted", "first_name": "trusted", "lastName": "trusted", "last_name": "trusted", "title": "trusted",
        "gender": "trusted", "birthday": "trusted", "createdAt": "trusted", "created_at": "trusted",
        "language": "most-frequent", "locale": "most-frequent", "timezone": "most-frequent"
      }
    }
  }'::jsonb, 'Throughline', now()
  from kept
  returning workspace, version
)
update resolve_head h
set rule_version = s.version
from stored s
where s.workspace = h.workspace;
