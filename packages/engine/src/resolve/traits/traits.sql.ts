import type { ClientBase } from 'pg';

export interface CountedTrait {
  readonly trait: string;
  readonly people: number;
}

/** Of how many persons anything is known, by trait. Reads everybody. */
export async function countTraits(client: ClientBase, workspace: number): Promise<readonly CountedTrait[]> {
  const read = await client.query<CountedTrait>(
    `select g ->> 'trait' as trait, count(*)::float8 as people
     from person p
     cross join lateral jsonb_array_elements(p.golden) g
     where p.workspace = $1
     group by g ->> 'trait'`,
    [workspace],
  );
  return read.rows;
}

/** About how many persons sources contradict each other, by trait. */
export async function countContradicted(client: ClientBase, workspace: number): Promise<readonly CountedTrait[]> {
  const read = await client.query<CountedTrait>(
    `select t.trait, count(*)::float8 as people
     from person p
     cross join lateral unnest(p.contradicted) t(trait)
     where p.workspace = $1 and p.contradicted <> '{}'
     group by t.trait`,
    [workspace],
  );
  return read.rows;
}

/** About how many persons sources contradict each other, whatever the trait. */
export async function countContradictedPeople(client: ClientBase, workspace: number): Promise<number> {
  const read = await client.query<{ people: number }>(
    `select count(*)::float8 as people from person where workspace = $1 and contradicted <> '{}'`,
    [workspace],
  );
  return read.rows[0]?.people ?? 0;
}

/** How many decisions there are about each trait. */
export async function countSettled(
  client: ClientBase,
  workspace: number,
): Promise<readonly { readonly trait: string; readonly decisions: number }[]> {
  const read = await client.query<{ trait: string; decisions: number }>(
    `select trait, count(*)::float8 as decisions from settled_trait where workspace = $1 group by trait`,
    [workspace],
  );
  return read.rows;
}

export interface ContradictedPerson {
  readonly person: number;
  readonly id: string;
  readonly name: string | null;
  readonly golden: unknown;
}

/** Persons about whom sources contradict each other in this trait, in the order of their numbers, after one. */
export async function contradictedPage(
  client: ClientBase,
  workspace: number,
  trait: string,
  after: number,
  limit: number,
): Promise<readonly ContradictedPerson[]> {
  const read = await client.query<ContradictedPerson>(
    `with page as (
       select p.person, p.name, p.golden
       from person p
       where p.workspace = $1 and p.contradicted <> '{}' and p.contradicted @> array[$2] and p.person > $3
       order by p.person limit $4
     )
     select p.person::float8 as person, i.id, p.name, p.golden
     from page p
     cross join lateral (select id from identifier i where i.workspace = $1 and i.node = p.person offset 0) i
     order by p.person`,
    [workspace, trait, after, limit],
  );
  return read.rows;
}

export interface SettledPerson {
  readonly decision: string;
  readonly id: string;
  readonly name: string | null;
  readonly identifier: string;
  /** JSON text. */
  readonly value: string;
  readonly note: string;
  readonly decidedBy: string;
  readonly at: Date;
}

/** What was settled about a trait, the newest first. */
export async function settledAbout(
  client: ClientBase,
  workspace: number,
  trait: string,
  limit: number,
): Promise<readonly SettledPerson[]> {
  const read = await client.query<SettledPerson>(
    `select s.id as decision, a.id, p.name, i.value as identifier, s.value, s.note, s.decided_by as "decidedBy", s.decided_at as at
     from settled_trait s
     join identifier i on i.workspace = $1 and i.node = s.node
     join node_person n on n.workspace = $1 and n.node = s.node and n.valid_to = 'infinity'
     join identifier a on a.workspace = $1 and a.node = n.person
     join person p on p.workspace = $1 and p.person = n.person
     where s.workspace = $1 and s.trait = $2
     order by s.decided_at desc, s.id desc limit $3`,
    [workspace, trait, limit],
  );
  return read.rows;
}

/** Which trait a decision is about; undefined if there is none, or it was taken back. */
export async function findSettled(client: ClientBase, workspace: number, id: string): Promise<string | undefined> {
  const read = await client.query<{ trait: string }>(
    'select trait from settled_trait where workspace = $1 and id = $2',
    [workspace, id],
  );
  return read.rows[0]?.trait;
}
