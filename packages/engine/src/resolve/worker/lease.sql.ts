import type { ClientBase } from 'pg';

export interface Lease {
  readonly workspace: number;
  readonly fence: number;
  /** How far this consumer has come. */
  readonly offset: number;
}

/**
 * Takes every workspace that nobody reads, and keeps those we have. Taking one raises its fence, so that whoever held it before can commit
 * nothing any more, however long it was paused. Rows that another transaction holds are skipped.
 */
export async function takeLeases(
  client: ClientBase,
  consumer: string,
  owner: string,
  leaseMs: number,
): Promise<readonly Lease[]> {
  const taken = await client.query<Lease>({
    name: 'take-leases',
    text: `with free as (
        select workspace, name from consumer
        where name = $1 and (owner = $2 or leased_until < clock_timestamp())
        for update skip locked
      )
      update consumer c set owner = $2, leased_until = clock_timestamp() + $3 * interval '1 millisecond',
        fence = case when c.owner = $2 then c.fence else c.fence + 1 end
      from free f where c.workspace = f.workspace and c.name = f.name
      returning c.workspace, c.fence::float8 as fence, c."offset"::float8 as "offset"`,
    values: [consumer, owner, leaseMs],
  });
  return taken.rows;
}

/** Keeps the workspace from being taken until the transaction ends, also when that outlives the lease: taking skips rows that are held. */
export async function holdWorkspace(client: ClientBase, workspace: number): Promise<void> {
  await client.query(`select from consumer where workspace = $1 and name = 'resolve' for update`, [workspace]);
}

/** Gives all leases back at once, so that the next owner need not wait. */
export async function dropLeases(client: ClientBase, owner: string): Promise<void> {
  await client.query(`update consumer set owner = null, leased_until = '-infinity' where owner = $1`, [owner]);
}

/** Log offset up to which each workspace has something to read. */
export async function logHeads(
  client: ClientBase,
  workspaces: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const read = await client.query<{ workspace: number; last: number }>({
    name: 'log-heads',
    text: 'select workspace, (next_offset - 1)::float8 as last from intake_head where workspace = any($1::integer[])',
    values: [workspaces],
  });
  return new Map(read.rows.map((row) => [row.workspace, row.last]));
}
