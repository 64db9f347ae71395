-- Workspaces that hold people keep the rules they have, as a version of their own: that one person has one number in each list of customers, and
-- that an address or telephone under which one system has two customers joins nobody, is a change to look at first.
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
      "user_id": {"priority": 100, "durable": true, "limitPerPerson": null, "limitPerPersonAndSource": 1, "hubFromPeople": 20, "hubWithinDays": 365,
        "blockedValues": [], "blockedPatterns": []},
      "crm:*": {"priority": 90, "durable": true, "limitPerPerson": 10, "limitPerPersonAndSource": null, "hubFromPeople": 20, "hubWithinDays": 365,
        "blockedValues": [], "blockedPatterns": []},
      "loyalty_card": {"priority": 80, "durable": true, "limitPerPerson": 10, "limitPerPersonAndSource": null, "hubFromPeople": 10,
        "hubWithinDays": 365, "blockedValues": [], "blockedPatterns": []},
      "email": {"priority": 70, "durable": true, "limitPerPerson": 10, "limitPerPersonAndSource": null, "hubFromPeople": 10, "hubWithinDays": 365,
        "blockedValues": [],
        "blockedPatterns": ["noreply@*", "no-reply@*", "no_reply@*", "donotreply@*", "do-not-reply@*", "mailer-daemon@*"]},
      "phone": {"priority": 60, "durable": true, "limitPerPerson": 10, "limitPerPersonAndSource": null, "hubFromPeople": 10, "hubWithinDays": 365,
        "blockedValues": [], "blockedPatterns": []},
      "device_id": {"priority": 30, "durable": false, "limitPerPerson": null, "limitPerPersonAndSource": null, "hubFromPeople": 10,
        "hubWithinDays": 365, "blockedValues": [], "blockedPatterns": []},
      "anonymous_id": {"priority": 20, "durable": false, "limitPerPerson": null, "limitPerPersonAndSource": null, "hubFromPeople": 10,
        "hubWithinDays": 365, "blockedValues": [], "blockedPatterns": []}
    },
    "otherNamespaces": {"priority": 10, "durable": false, "limitPerPerson": null, "limitPerPersonAndSource": null, "blockedValues": [],
      "blockedPatterns": []},
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
