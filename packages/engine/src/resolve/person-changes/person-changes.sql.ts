import type { ClientBase } from 'pg';
import type { ChangeCause, PersonChange } from '../batch/person-changes.js';

export interface StoredPersonChange {
  readonly change: number;
  readonly kind: PersonChange['kind'];
  readonly from: string;
  readonly to: string;
  readonly identifiers: number;
  readonly cause: ChangeCause;
  readonly at: Date;
}

/** Changes after one, in the order in which they were committed. */
export async function personChangesAfter(
  client: ClientBase,
  workspace: number,
  after: number,
  limit: number,
): Promise<readonly StoredPersonChange[]> {
  const read = await client.query<StoredPersonChange>({
    name: 'person-changes-after',
    text: `select change::float8 as change, kind, from_id as from, to_id as to, identifiers, cause, at
      from person_change
      where workspace = $1 and person_change.change > $2
      order by person_change.change limit $3`,
    values: [workspace, after, limit],
  });
  return read.rows;
}
