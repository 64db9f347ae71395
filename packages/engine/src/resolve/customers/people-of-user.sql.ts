import type { ClientBase } from 'pg';

/** A person on somebody's list, with the instants of both reasons to be there. */
export interface ListedPerson {
  /** Number the person has now. */
  readonly person: number;
  readonly openedAt: Date | null;
  readonly savedAt: Date | null;
}

/** Whoever was joined meanwhile is listed once; whoever is gone is not. */
export async function peopleOfUser(
  client: ClientBase,
  workspace: number,
  user: string,
): Promise<readonly ListedPerson[]> {
  const read = await client.query<ListedPerson>(
    `select p.person::float8 as person, max(l.opened_at) as "openedAt", max(l.saved_at) as "savedAt"
     from person_of_user l
     join identifier i on i.workspace = l.workspace and i.id = l.id
     join node_person p on p.workspace = l.workspace and p.node = i.node and p.valid_to = 'infinity'
     where l.workspace = $1 and l.user_key = $2
     group by p.person`,
    [workspace, user],
  );
  return read.rows;
}

/** Notes that somebody opened a person; of those that are not saved, the latest `most` stay. */
export async function noteOpened(
  client: ClientBase,
  workspace: number,
  user: string,
  id: string,
  at: Date,
  most: number,
): Promise<void> {
  await client.query(
    `insert into person_of_user (workspace, user_key, id, opened_at) values ($1, $2, $3, $4)
     on conflict (workspace, user_key, id) do update set opened_at = excluded.opened_at`,
    [workspace, user, id, at],
  );
  await client.query(
    `delete from person_of_user l
     using (
       select id from person_of_user
       where workspace = $1 and user_key = $2 and saved_at is null
       order by opened_at desc
       offset $3
     ) old
     where l.workspace = $1 and l.user_key = $2 and l.id = old.id`,
    [workspace, user, most],
  );
}

export async function savePerson(
  client: ClientBase,
  workspace: number,
  user: string,
  id: string,
  at: Date,
): Promise<void> {
  await client.query(
    `insert into person_of_user (workspace, user_key, id, saved_at) values ($1, $2, $3, $4)
     on conflict (workspace, user_key, id) do update set saved_at = coalesce(person_of_user.saved_at, excluded.saved_at)`,
    [workspace, user, id, at],
  );
}

/** Takes a person off the saved ones, under whatever id the person was saved. */
export function unsavePerson(client: ClientBase, workspace: number, user: string, person: number): Promise<void> {
  return clear(client, 'saved_at', 'opened_at', [workspace, user, person]);
}

/** Takes a person off those opened lately, under whatever id the person was opened. */
export function forgetOpened(client: ClientBase, workspace: number, user: string, person: number): Promise<void> {
  return clear(client, 'opened_at', 'saved_at', [workspace, user, person]);
}

type Reason = 'opened_at' | 'saved_at';

/** Rows that no other reason keeps go. */
async function clear(
  client: ClientBase,
  reason: Reason,
  other: Reason,
  values: readonly [workspace: number, user: string, person: number],
): Promise<void> {
  const ofPerson = `l.workspace = $1 and l.user_key = $2 and i.workspace = $1 and i.id = l.id
    and p.workspace = $1 and p.node = i.node and p.valid_to = 'infinity' and p.person = $3`;
  await client.query(
    `delete from person_of_user l using identifier i, node_person p where ${ofPerson} and l.${other} is null`,
    [...values],
  );
  await client.query(
    `update person_of_user l set ${reason} = null from identifier i, node_person p where ${ofPerson}`,
    [...values],
  );
}
