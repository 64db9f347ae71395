-- Who is found by a name that is only like theirs, by a part of what they are known by, or by where they live.
-- Names are found through a dictionary: a misspelt word is like a few of the words that occur, and those lead to persons by an index.

create extension if not exists pg_trgm;

-- It may have been there before, in a schema of its own.
do $$
begin
  perform set_config('search_path', string_agg(distinct quote_ident(name), ', '), true)
  from (
    select 'public' as name
    union all
    select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'
  ) as path;
end
$$;

-- words: of every name that any source gives now, as they are compared, and postcodes behind a "#".
create table findable_person (
  workspace integer not null references workspace,
  person bigint not null,
  words tsvector not null,
  primary key (workspace, person)
) with (fillfactor = 90);

-- The dictionary: each word of a name that somebody has now, and how many have it.
create table name_word (
  workspace integer not null references workspace,
  word text not null,
  persons integer not null,
  primary key (workspace, word)
) with (fillfactor = 70);

-- part: what of an identifier is looked for in parts. Identifiers that only machines know have none.
create table findable_identifier (
  workspace integer not null references workspace,
  node bigint not null,
  part text not null,
  primary key (workspace, node)
);

grant select, insert, update, delete on findable_person, name_word, findable_identifier to :worker_role;
grant select on findable_person, name_word, findable_identifier to :app_role;
do $$
declare
  t text;
begin
  foreach t in array array['findable_person', 'name_word', 'findable_identifier']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I to :app_role using (workspace = current_setting(''app.workspace'', true)::integer)', t);
    execute format('create policy all_workspaces on %I to :worker_role using (true) with check (true)', t);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', t);
  end loop;
end
$$;

-- What is there already, worded as those who write the tables word it from now on; a database may be set up to know no letters beyond a to z.
do $$
declare
  knowing text;
begin
  select collname into knowing
  from pg_collation
  where collname in ('pg_c_utf8', 'und-x-icu', 'C.utf8') and collnamespace = 'pg_catalog'::regnamespace
    and collencoding in (-1, (select encoding from pg_database where datname = current_database()))
  order by array_position(array['pg_c_utf8', 'und-x-icu', 'C.utf8'], collname::text)
  limit 1;
  execute format('create function pg_temp.lowered(given text) returns text language sql immutable as %L',
    format('select lower(given collate pg_catalog.%I)', coalesce(knowing, 'default')));
end
$$;

create function pg_temp.name_words(given text) returns text[]
language sql immutable
as $$
  select coalesce(array_agg(left(word, 60)), '{}')
  from regexp_split_to_table(
    replace(replace(replace(
      translate(
        regexp_replace(replace(pg_temp.lowered(normalize(given, NFKD)), 'ß', 'ss'), '[\u0300-\u036f''’`´]', '', 'g'),
        'æœøłđðıþ', 'aoolddit'),
      'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
    '[\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a0-\u00bf\u2000-\u206f]+'
  ) as word
  where word <> ''
$$;

with said as (
  select p.workspace, p.person, g ->> 'trait' as trait, v.value
  from person p
  cross join lateral jsonb_array_elements(p.golden) as g
  cross join lateral (
    select g -> 'value' as value
    union all
    select c -> 'value' from jsonb_array_elements(g -> 'conflicts') as c
  ) as v
), worded as (
  select workspace, person, unnest(pg_temp.name_words(left(value #>> '{}', 200))) as word
  from said
  where trait in ('name', 'firstName', 'first_name', 'lastName', 'last_name') and jsonb_typeof(value) = 'string'
  union all
  select workspace, person, '#' || regexp_replace(lower(value #>> '{}'), '[^a-z0-9]', '', 'g')
  from (
    select workspace, person, trait, value from said where trait <> 'address'
    union all
    select workspace, person, inner_trait.key, inner_trait.value
    from said, jsonb_each(case when jsonb_typeof(value) = 'object' then value else '{}' end) as inner_trait(key, value)
    where trait = 'address'
  ) as placed(workspace, person, trait, value)
  where lower(replace(trait, '_', '')) in ('postcode', 'postalcode', 'zip', 'zipcode', 'plz') and jsonb_typeof(value) in ('string', 'number')
)
insert into findable_person (workspace, person, words)
select workspace, person, array_to_tsvector(array_agg(distinct word))
from worded
where word <> '#' and (word !~ '^#' or length(word) <= 13)
group by workspace, person;

drop function pg_temp.name_words(text);

insert into name_word (workspace, word, persons)
select workspace, word, count(*)
from findable_person, unnest(tsvector_to_array(words)) as word
group by workspace, word;

insert into findable_identifier (workspace, node, part)
select i.workspace, i.node,
  case n.name
    when 'email' then pg_temp.lowered(regexp_replace(i.value, '@[^@]*$', ''))
    when 'phone' then regexp_replace(i.value, '[^0-9]', '', 'g')
    else pg_temp.lowered(i.value)
  end
from identifier i
join namespace n on n.workspace = i.workspace and n.code = i.namespace
where n.name not in ('anonymous_id', 'device_id');

drop function pg_temp.lowered(text);

-- A short list of what is not yet in its place: it is read through by each search.
create index findable_person_words on findable_person using gin (words) with (gin_pending_list_limit = 256);
create index findable_identifier_part on findable_identifier using gin (part gin_trgm_ops) with (gin_pending_list_limit = 256);
create index name_word_like on name_word using gin (word gin_trgm_ops) with (fastupdate = off);
create index name_word_begins on name_word (workspace, word text_pattern_ops);

-- Row-level security would keep a query of the app role from all of these indexes. These functions see the workspace of the transaction alone.

-- Words of the dictionary that are, begin with, or are like each of these, at most so many each; place: which of them, from 1.
create function words_like(wanted text[], most integer)
returns table (place integer, word text, persons integer)
language sql stable security definer
set search_path from current
set pg_trgm.similarity_threshold = 0.2
as $$
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
$$;

-- Persons whose words fit, of these kinds (recognised or not); of very many some.
create function persons_by_words(wanted tsquery, kinds boolean[], most integer)
returns table (person bigint, words text[], last_at timestamptz)
language sql stable security definer
set search_path = public
as $$
  select f.person, tsvector_to_array(f.words), p.last_at
  from findable_person f
  join person p on p.workspace = f.workspace and p.person = f.person
  where f.workspace = current_setting('app.workspace')::integer and f.words @@ wanted and p.recognised = any(kinds)
  limit most
$$;

-- Identifiers of which this is a part, with who has them; the shortest first, of very many some. Nothing in `wanted` has a special meaning.
create function identifiers_containing(wanted text, kinds boolean[], most integer)
returns table (person bigint, namespace smallint, value text)
language sql stable security definer
set search_path from current
as $$
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
$$;

revoke execute on function words_like(text[], integer), persons_by_words(tsquery, boolean[], integer),
  identifiers_containing(text, boolean[], integer) from public;
grant execute on function words_like(text[], integer), persons_by_words(tsquery, boolean[], integer),
  identifiers_containing(text, boolean[], integer) to :app_role, :worker_role;
