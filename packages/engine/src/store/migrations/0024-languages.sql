-- Everybody reads in their own language: a person has one, and why something is set aside is kept as data beside the English sentence.

alter table auth."user" add column language text not null default 'en';

-- Whoever was here before answered in the set-up, or works where somebody did.
update auth."user" u
set language = 'de'
where exists (
  select
  from member m
  join workspace w on w.workspace = m.workspace
  where m.user_id = u.id and w.language ~ '^de(-|$)'
);

alter table set_aside add column reasons jsonb;
