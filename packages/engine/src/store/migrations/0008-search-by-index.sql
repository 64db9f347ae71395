-- Row-level security tests a row before anything that could tell of it, and lower() and && could: a query of the app role cannot use an index
-- over them. These functions can. They see the workspace of the transaction and no other.

-- Names that begin so, in any case, with their persons, by name and person, from behind a place on. kinds: recognised or not.
create function find_names(
  prefix text, kinds boolean[], after_name text, after_person bigint, except_persons bigint[], most integer)
returns table (name text, person bigint)
language sql stable security definer
set search_path = public
as $$
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
$$;

-- Matches by decision that name any of these nodes.
create function decisions_naming(wanted bigint[]) returns setof bigint
language sql stable security definer
set search_path = public
as $$
  select m.match
  from match m
  where m.workspace = current_setting('app.workspace')::integer and m.kind >= 3 and m.nodes && wanted
$$;

revoke execute on function find_names(text, boolean[], text, bigint, bigint[], integer), decisions_naming(bigint[]) from public;
grant execute on function find_names(text, boolean[], text, bigint, bigint[], integer), decisions_naming(bigint[])
  to :app_role, :worker_role;
