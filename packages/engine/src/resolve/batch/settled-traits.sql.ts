import type { ClientBase } from 'pg';

export interface StoredSettled {
  readonly person: number;
  readonly id: string;
  readonly node: number;
  readonly trait: string;
  /** JSON text. */
  readonly value: string;
  readonly atMs: number;
  readonly note: string;
  readonly decidedBy: string;
}

/** What people settled about traits of these persons. Where nobody ever settled anything in a workspace, nothing is looked up. */
export async function settledOfPersons(
  client: ClientBase,
  workspace: number,
  persons: readonly number[],
): Promise<readonly StoredSettled[]> {
  const found = await client.query<StoredSettled>({
    name: 'settled-of-persons',
    text: `select w.person::float8 as person, s.id, s.node::float8 as node, s.trait, s.value,
        (extract(epoch from s.decided_at) * 1000)::float8 as "atMs", s.note, s.decided_by as "decidedBy"
      from unnest($2::bigint[]) as w(person)
      cross join lateral (select node from node_person p where p.workspace = $1 and p.person = w.person offset 0) p
      cross join lateral (select * from settled_trait s where s.workspace = $1 and s.node = p.node offset 0) s
      where exists (select from settled_trait where workspace = $1)`,
    values: [workspace, persons],
  });
  return found.rows;
}

export interface NewSettled extends Omit<StoredSettled, 'person' | 'atMs'> {
  readonly at: Date;
}

/** Stores a decision; one that is stored already stays as it is. */
export async function insertSettled(client: ClientBase, workspace: number, row: NewSettled): Promise<void> {
  await client.query(
    `insert into settled_trait (workspace, id, node, trait, value, note, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace, id) do nothing`,
    [workspace, row.id, row.node, row.trait, row.value, row.note, row.decidedBy, row.at],
  );
}

/** Deletes a decision by its public id; the node it hung on, or undefined if there is none. */
export async function deleteSettled(client: ClientBase, workspace: number, id: string): Promise<number | undefined> {
  const deleted = await client.query<{ node: number }>(
    'delete from settled_trait where workspace = $1 and id = $2 returning node::float8 as node',
    [workspace, id],
  );
  return deleted.rows[0]?.node;
}
