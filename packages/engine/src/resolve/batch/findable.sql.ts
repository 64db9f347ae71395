import type { ClientBase } from 'pg';

/**
 * By which words these persons are found from now on, none for who is not to be found. The dictionary counts with them: a word that nobody has any
 * more leaves it. The worker alone writes these tables, so counting cannot be overtaken.
 */
export async function writeFindable(
  client: ClientBase,
  workspace: number,
  rows: readonly { readonly person: number; readonly words: readonly string[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = await client.query<{ word: string; persons: number }>({
    name: 'write-findable',
    text: `with given as (
        select person, array_to_tsvector(string_to_array(words, ' ')) as words
        from unnest($2::bigint[], $3::text[]) as t(person, words)
      ), compared as (
        select g.person, g.words, f.words as before
        from given g
        left join lateral (select words from findable_person f where f.workspace = $1 and f.person = g.person offset 0) f on true
        where g.words is distinct from coalesce(f.words, '')
      ), gone as (
        delete from findable_person f using compared c where f.workspace = $1 and f.person = c.person and c.words = ''
      ), kept as (
        insert into findable_person (workspace, person, words)
        select $1, person, words from compared where words <> '' order by person
        on conflict (workspace, person) do update set words = excluded.words
      )
      select word, sum(persons)::float8 as persons
      from (
        select unnest(tsvector_to_array(words)) as word, 1 as persons from compared
        union all
        select unnest(tsvector_to_array(before)), -1 from compared
      ) as counted
      group by word
      having sum(persons) <> 0`,
    values: [workspace, rows.map((row) => row.person), rows.map((row) => row.words.join(' '))],
  });
  if (changed.rows.length === 0) return;
  await client.query({
    name: 'count-name-words',
    text: `merge into name_word n
      using unnest($2::text[], $3::integer[]) as c(word, persons)
      on n.workspace = $1 and n.word = c.word
      when matched and n.persons + c.persons <= 0 then delete
      when matched then update set persons = n.persons + c.persons
      when not matched then insert (workspace, word, persons) values ($1, c.word, c.persons)`,
    values: [workspace, changed.rows.map((row) => row.word), changed.rows.map((row) => row.persons)],
  });
}
