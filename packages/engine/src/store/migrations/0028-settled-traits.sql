-- Values that people settled by hand, and about whom sources contradict each other.

-- That somebody decided which value of a trait is right. It hangs on an identifier, as claims do; of several about one person the latest holds.
-- value: JSON text.
create table settled_trait (
  workspace integer not null references workspace,
  id uuid not null,
  node bigint not null,
  trait text not null,
  value text not null,
  note text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (workspace, id)
);
create index settled_trait_node on settled_trait (workspace, node);

grant select, insert, update, delete on settled_trait to :worker_role;
grant select on settled_trait to :app_role;
alter table settled_trait enable row level security;
alter table settled_trait force row level security;
create policy own_workspace on settled_trait to :app_role using (workspace = current_setting('app.workspace', true)::integer);
create policy all_workspaces on settled_trait to :worker_role using (true) with check (true);
create policy owner_everything on settled_trait to current_user using (true) with check (true);

-- Traits of a person about which sources contradict each other in what they say now, and that nobody settled; written with `golden`.
alter table person add column contradicted text[] not null default '{}';
create index person_contradicted on person (workspace, person) where contradicted <> '{}';

-- For persons who are there already: texts that differ in more than capitals and spaces, and whatever else differs. Whatever is said of them
-- next works it out exactly.
with said as (
  select p.workspace, p.person, g.value ->> 'trait' as trait,
    case jsonb_typeof(v.value) when 'string' then lower(regexp_replace(btrim(v.value #>> '{}'), '\s+', ' ', 'g')) else v.value::text end as text
  from person p
  cross join lateral jsonb_array_elements(p.golden) g
  cross join lateral (
    select g.value -> 'value' as value
    union all
    select c.value -> 'value' from jsonb_array_elements(g.value -> 'conflicts') c
  ) v
  where jsonb_array_length(g.value -> 'conflicts') > 0 and v.value <> 'null'
), differing as (
  select workspace, person, trait
  from said
  where text <> ''
  group by workspace, person, trait
  having count(distinct text) > 1
), listed as (
  select workspace, person, array_agg(trait order by trait collate "C") as contradicted
  from differing
  group by workspace, person
)
update person p
set contradicted = l.contradicted
from listed l
where p.workspace = l.workspace and p.person = l.person;
