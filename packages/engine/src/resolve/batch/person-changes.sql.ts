import type { ClientBase } from 'pg';
import type { ChangeCause, PersonChange } from './person-changes.js';

/** Appends to the feed of joins and splits; persons are named by the public ids of their first nodes, which must be stored. */
export async function insertPersonChanges(
  client: ClientBase,
  workspace: number,
  first: number,
  changes: readonly PersonChange[],
  made: { readonly cause: ChangeCause; readonly at: Date },
): Promise<void> {
  await client.query({
    name: 'insert-person-changes',
    text: `insert into person_change (workspace, change, kind, from_id, to_id, identifiers, cause, at)
      select $1, $2 + t.nth - 1, t.kind, f.id, o.id, t.identifiers, $3, $4
      from unnest($5::text[], $6::bigint[], $7::bigint[], $8::integer[]) with ordinality as t(kind, from_person, to_person, identifiers, nth)
      cross join lateral (select id from identifier i where i.workspace = $1 and i.node = t.from_person offset 0) f
      cross join lateral (select id from identifier i where i.workspace = $1 and i.node = t.to_person offset 0) o`,
    values: [
      workspace,
      first,
      made.cause,
      made.at,
      changes.map((change) => change.kind),
      changes.map((change) => change.from),
      changes.map((change) => change.to),
      changes.map((change) => change.identifiers),
    ],
  });
}
