import type { ClientBase } from 'pg';
import type { PersonWord } from './person-bits.js';

/** Everybody there is, 32 to a word. */
export async function allPersons(
  client: ClientBase,
  workspace: number,
): Promise<readonly (PersonWord & { readonly recognised: number })[]> {
  const read = await client.query<PersonWord & { readonly recognised: number }>(
    `select (person / 32)::float8 as word, bit_or(1::bigint << (person % 32)::integer)::float8 as bits,
       coalesce(bit_or(1::bigint << (person % 32)::integer) filter (where recognised), 0)::float8 as recognised
     from person
     where workspace = $1
     group by person / 32`,
    [workspace],
  );
  return read.rows;
}

export interface TraitWord extends PersonWord {
  readonly trait: string;
  /** JSON text. */
  readonly value: string;
}

/** Who has which value of these traits, the values we use. */
export async function personsByTrait(
  client: ClientBase,
  workspace: number,
  traits: readonly string[],
): Promise<readonly TraitWord[]> {
  const read = await client.query<TraitWord>(
    `select g.used ->> 'trait' as trait, (g.used -> 'value')::text as value, (p.person / 32)::float8 as word,
       bit_or(1::bigint << (p.person % 32)::integer)::float8 as bits
     from person p
     cross join lateral jsonb_array_elements(p.golden) as g(used)
     where p.workspace = $1 and g.used ->> 'trait' = any($2::text[])
     group by g.used ->> 'trait', g.used -> 'value', p.person / 32`,
    [workspace, traits],
  );
  return read.rows;
}

/** What days and weeks of the workspace are, and the numbers of its sources by their public ids. */
export async function readSegmentFrame(
  client: ClientBase,
  workspace: number,
): Promise<{
  readonly zone: string;
  readonly weekStartsOn: number;
  readonly sources: readonly { readonly id: string; readonly source: number }[];
}> {
  const frame = await client.query<{ zone: string; weekStartsOn: number }>(
    `select zone, week_starts_on as "weekStartsOn" from workspace where workspace = $1`,
    [workspace],
  );
  const row = frame.rows[0];
  if (row === undefined) throw new Error(`workspace ${workspace} is not there`);
  const sources = await client.query<{ id: string; source: number }>(
    'select id, source from source where workspace = $1',
    [workspace],
  );
  return { ...row, sources: sources.rows };
}
