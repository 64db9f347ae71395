import type { ClientBase } from 'pg';

/** Words of names and postcodes that occur and are somehow like these. */
export async function wordsLike(
  client: ClientBase,
  wanted: readonly string[],
  most: number,
): Promise<readonly string[]> {
  const read = await client.query<{ word: string }>({
    name: 'words-like',
    text: 'select distinct word from words_like($1, $2)',
    values: [wanted, most],
  });
  return read.rows.map(({ word }) => word);
}

export interface PersonWords {
  readonly person: number;
  readonly words: readonly string[];
  readonly lastAtMs: number | null;
}

/** Persons who have at least one word of each group; of very many, `most` of them. `recognised` lists the kinds. */
export async function personsByWords(
  client: ClientBase,
  groups: readonly (readonly string[])[],
  recognised: readonly boolean[],
  most: number,
): Promise<readonly PersonWords[]> {
  const read = await client.query<PersonWords>({
    name: 'persons-by-words',
    text: `select person::float8 as person, words, (extract(epoch from last_at) * 1000)::float8 as "lastAtMs"
      from persons_by_words($1::tsquery, $2, $3)`,
    values: [groups.map((group) => `(${group.map(lexeme).join(' | ')})`).join(' & '), recognised, most],
  });
  return read.rows;
}

/** Whatever stands in quotes is a word as it is, but for quotes and backslashes. */
function lexeme(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

export interface PartHit {
  readonly person: number;
  readonly namespace: number;
}

/** Persons with an identifier that has this part, the shortest first; of very many, `most` of them. */
export async function identifiersContaining(
  client: ClientBase,
  part: string,
  recognised: readonly boolean[],
  most: number,
): Promise<readonly PartHit[]> {
  const read = await client.query<PartHit>({
    name: 'identifiers-containing',
    text: 'select person::float8 as person, namespace from identifiers_containing($1, $2, $3)',
    values: [part, recognised, most],
  });
  return read.rows;
}
